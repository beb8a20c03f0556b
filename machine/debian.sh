#!/bin/sh
# Installs Debian's browsers for the journeys, Java, by which the W3C's validator reads pages, and
# nginx, by which `docs/nginx.conf` is tried, where they are missing and apt is at hand.
set -eu
missing=''
command -v java > /dev/null || missing="$missing default-jre-headless"
command -v nginx > /dev/null || [ -x /usr/sbin/nginx ] || missing="$missing nginx-light"
[ -x /usr/bin/chromium ] || missing="$missing chromium"
[ -x /usr/bin/firefox-esr ] || missing="$missing firefox-esr"
[ -x /usr/bin/WebKitWebDriver ] || missing="$missing webkit2gtk-driver"
[ -x /usr/bin/Xvfb ] || missing="$missing xvfb"
/usr/bin/python3 -c 'import gi; gi.require_version("WebKit2", "4.1")' 2> /dev/null ||
  missing="$missing python3-gi gir1.2-webkit2-4.1"
[ -z "$missing" ] && exit 0
if ! command -v apt-get > /dev/null; then
  echo "The tests need$missing. Install them and run this again." >&2
  exit 1
fi
as_root=''
[ "$(id -u)" = 0 ] || as_root=sudo
$as_root apt-get update -qq
# shellcheck disable=SC2086
DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends $missing fonts-noto-core > /dev/null
