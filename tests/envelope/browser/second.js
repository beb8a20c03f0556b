/** The same envelopes opened with another library, npm `@hpke/core`, by their written shape alone. */

/** @import { Case, Keys } from './run.js' */

import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import { fromHex } from '../../../static/envelope/hex.js';

const SECOND = new CipherSuite({
  kem: new DhkemP256HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
});
const P256 = { name: 'ECDH', namedCurve: 'P-256' };

/**
 * The words of a good envelope; its signature is not looked at.
 * @param {Case} one
 * @param {Keys} keys
 */
export async function openBySecond(one, keys) {
  const data = fromHex(one.envelope);
  const name = one.keys[0];
  const at = one.keys.length === one.recipients.length ? 36 : 36 + 65 + 48 + 16;
  const end = data[3] === 1 ? data.length : at + 65 + 48;
  const about = info(one, data, data.slice(at === 36 ? 4 : at - 16).slice(0, 16));
  const plain = await opened(keys[name].private, data.slice(at, end), about);
  return inside(data[3] === 1 ? plain : await body(plain, data));
}

/**
 * @param {string} pkcs8
 * @param {Uint8Array<ArrayBuffer>} sealed
 * @param {Uint8Array<ArrayBuffer>} info
 */
async function opened(pkcs8, sealed, info) {
  const key = await crypto.subtle.importKey('pkcs8', fromHex(pkcs8), P256, true, ['deriveBits']);
  const [enc, ciphertext] = [sealed.slice(0, 65), sealed.slice(65)];
  const params = { recipientKey: key, enc: enc.buffer, info: info.buffer };
  return SECOND.open(params, ciphertext.buffer);
}

/**
 * @param {ArrayBuffer} contentKey
 * @param {Uint8Array<ArrayBuffer>} data
 */
async function body(contentKey, data) {
  const key = await crypto.subtle.importKey('raw', contentKey, 'AES-GCM', false, ['decrypt']);
  const how = { name: 'AES-GCM', iv: new Uint8Array(12), additionalData: data.slice(0, 278) };
  return crypto.subtle.decrypt(how, key, data.slice(278));
}

/** @param {ArrayBuffer} plain */
function inside(plain) {
  const size = new DataView(plain).getUint32(64);
  return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(plain.slice(68, 68 + size)));
}

/**
 * @param {Case} one
 * @param {Uint8Array<ArrayBuffer>} data
 * @param {Uint8Array<ArrayBuffer>} keyId
 */
function info(one, data, keyId) {
  const text = new TextEncoder();
  const parts = [
    text.encode('youthvoice/1'),
    text.encode(one.direction),
    text.encode(one.council),
    fromHex(one.box),
    data.slice(20, 36),
    keyId,
  ];
  return Uint8Array.from(parts.flatMap((part) => [0, 0, 0, part.length, ...part]));
}
