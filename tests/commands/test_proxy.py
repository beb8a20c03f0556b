"""The proxy of `docs/nginx.conf` does what `docs/running.md` says it must: with a real nginx."""

import os
import re
import secrets
import shutil
import socket
import ssl
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from ipaddress import IPv4Address
from pathlib import Path

import httpx
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from tests.commands.outside_process import Outside, running
from tests.commands.slow import BEGINNINGS, drip, half_sent
from tests.journeys.conftest import free_port
from tests.mailbox.acting import Inside, Invited, Phone, Safe, said
from youthvoice.envelope.keys import KeyPair
from youthvoice.places import ROOT
from youthvoice.settings import Outside as Settings

NGINX = shutil.which("nginx") or "/usr/sbin/nginx"
EXAMPLE = ROOT / "docs" / "nginx.conf"
RUNNING = (ROOT / "docs" / "running.md").read_text("utf-8")
STRANGERS = 6


@dataclass
class Proxied:
    """Where people call, and what stands behind it."""

    port: int
    folder: Path
    behind: Outside

    def client(self, **headers: str) -> httpx.Client:
        address = f"https://127.0.0.1:{self.port}"
        return httpx.Client(base_url=address, verify=False, timeout=60, headers=headers)


@pytest.fixture(scope="module")
def proxied(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Proxied]:
    folder: Path = tmp_path_factory.mktemp("proxied")
    settings = {"ADDRESS_HEADER": "X-Real-IP", "STRANGER_AT_ONCE": str(STRANGERS)}
    settings["STRANGER_PER_SECOND"] = "0.001"
    settings["PHONE_URL"] = "https://notes.example.gov.uk"
    with running(folder, **settings) as behind:
        port = free_port()
        configured(folder, port, behind.port)
        command = [
            NGINX,
            "-p",
            str(folder),
            "-c",
            str(folder / "nginx.conf"),
            "-g",
            globals_(folder),
        ]
        process = subprocess.Popen(command)
        try:
            wait_for(port, process)
            yield Proxied(port, folder, behind)
        finally:
            process.terminate()
            process.wait(60)


def globals_(folder: Path) -> str:
    user = "user root;" if os.getuid() == 0 else ""
    return f"daemon off; pid {folder}/nginx.pid; {user}"


def configured(folder: Path, port: int, behind: int) -> None:
    """The example with a test's paths, ports and certificate, and nothing else."""
    text = EXAMPLE.read_text("utf-8")
    places = {
        "listen 80;": f"listen 127.0.0.1:{free_port()};",
        "listen 443 ssl": f"listen 127.0.0.1:{port} ssl",
        "127.0.0.1:8600": f"127.0.0.1:{behind}",
        "/var/log/nginx/": f"{folder}/",
        "/etc/nginx/": f"{folder}/",
    }
    for here, there in places.items():
        assert here in text
        text = text.replace(here, there)
    temporary = "".join(
        f"{name}_temp_path {folder}/{name};"
        for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    (folder / "nginx.conf").write_text(text.replace("http {", f"http {{ {temporary}"))
    certify(folder)


def certify(folder: Path) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "notes.example.gov.uk")])
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(datetime(2000, 1, 1, tzinfo=UTC))  # TLS has no clock but the machine's
        .not_valid_after(datetime(2100, 1, 1, tzinfo=UTC))
        .sign(key, hashes.SHA256())
    )
    pem, none = serialization.Encoding.PEM, serialization.NoEncryption()
    (folder / "notes.crt").write_bytes(made.public_bytes(pem))
    as_pem = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, none)
    (folder / "notes.key").write_bytes(as_pem)


def wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    while True:
        assert process.poll() is None, "nginx did not start"
        try:
            socket.create_connection(("127.0.0.1", port), timeout=60).close()
        except ConnectionRefusedError:
            continue
        return


def live(proxied: Proxied, proof: KeyPair) -> None:
    with proxied.client() as http:
        assert http.get("/").status_code == 200
        inside = Inside(http, proof)
        phone = Phone(http, inside, Invited())
        assert inside.leave(phone.invited).status_code == 201
        claim_past(proxied, phone)
        assert phone.put(phone.says("x" * 200_000)).status_code == 201


def claim_past(proxied: Proxied, phone: Phone) -> None:
    """Past the proxy, from an address of its own: through it all are one, and may claim little."""
    address = f"http://127.0.0.1:{proxied.behind.port}"
    headers = {"X-Real-IP": str(IPv4Address(secrets.token_bytes(4)))}
    asked = httpx.post(f"{address}/api/claims", json=phone.asks("123456"), headers=headers)
    assert asked.status_code == 200


@pytest.mark.parametrize("many", [110, 500])
@pytest.mark.parametrize("kind", BEGINNINGS)
def test_an_honest_phone_is_served_while_many_never_finish(
    proxied: Proxied, many: int, kind: str
) -> None:
    over = ssl.create_default_context()
    over.check_hostname, over.verify_mode = False, ssl.CERT_NONE
    with half_sent(proxied.port, many, BEGINNINGS[kind], over) as held:
        live(proxied, proxied.behind.proof)
        drip(held)
        live(proxied, proxied.behind.proof)
        assert connections_to(proxied.behind.port) < 20, "none of them reached us"


def connections_to(port: int) -> int:
    """Connections of this machine to that port, as the system lists them."""
    wanted = f"0100007F:{port:04X}"
    rows = [line.split() for line in Path("/proc/net/tcp").read_text().splitlines()[1:]]
    return sum(row[1] == wanted and row[3] == "01" for row in rows)


def test_a_caller_cannot_write_their_own_address(proxied: Proxied) -> None:
    """One header for each try, in every way that a proxy might pass on."""
    answers = []
    for n in range(STRANGERS * 2):
        made_up = f"203.0.113.{n}"
        headers = {"X-Real-IP": made_up, "X-Forwarded-For": made_up, "Forwarded": f"for={made_up}"}
        with proxied.client(**headers) as http:
            inside = Inside(http, proxied.behind.proof)
            answers.append(said(Safe(Phone(http, inside, Invited())).open()))
    assert answers == [(404, "share_unusable")] * STRANGERS + [(429, "too_many")] * STRANGERS


def test_what_is_too_large_stays_outside(proxied: Proxied) -> None:
    with proxied.client() as http:
        assert http.post("/api/claims", content=bytes(2 * 1024 * 1024 + 1)).status_code == 413


def test_nobody_is_written_down(proxied: Proxied) -> None:
    with proxied.client() as http:
        http.get("/")
    written = [path for path in proxied.folder.glob("*.log") if path.read_bytes()]
    assert written == []


def test_plain_http_leads_to_tls_under_our_own_name(proxied: Proxied) -> None:
    found = re.search(r"listen 127.0.0.1:(\d+);", (proxied.folder / "nginx.conf").read_text())
    assert found
    answer = httpx.get(f"http://127.0.0.1:{found[1]}/x", headers={"Host": "evil.example"})
    assert answer.headers["Location"] == "https://notes.example.gov.uk/x"


@pytest.mark.parametrize("name", sorted(set(re.findall(r"YOUTHVOICE_([A-Z_]+)", RUNNING))))
def test_the_settings_that_the_page_names_are_there(name: str) -> None:
    assert name.lower() in {one.name for one in fields(Settings)}
