/**
 * Words set aside: sealed to a key whose private half is not at hand, so that not even who wrote
 * them can read them again before it is. Nobody signs them and they never travel.
 */

/** @import { KeyPair } from './keys.js' */
/** @import { Bytes } from './shape.js' */

import { agreementKey } from './keys.js';
import { PRODUCT, text } from './place.js';
import { SUITE } from './seal.js';
import { ENCAPSULATED, joined, lengthPrefixed } from './shape.js';

/**
 * @param {Bytes} plain
 * @param {Bytes} to a raw public key
 * @param {string} name what they are kept as; they open under no other
 */
export async function setAside(plain, to, name) {
  const sealed = await SUITE.Seal(await agreementKey(to), plain, { info: about(name) });
  return joined([new Uint8Array(sealed.encapsulatedSecret), new Uint8Array(sealed.ciphertext)]);
}

/**
 * The words again. Throws where they were not set aside so.
 * @param {Bytes} sealed
 * @param {KeyPair} pair
 * @param {string} name
 */
export async function takeBack(sealed, pair, name) {
  const both = { privateKey: pair.private, publicKey: await agreementKey(pair.public) };
  const [encapsulated, words] = [sealed.slice(0, ENCAPSULATED), sealed.slice(ENCAPSULATED)];
  return new Uint8Array(await SUITE.Open(both, encapsulated, words, { info: about(name) }));
}

/** @param {string} name */
function about(name) {
  return lengthPrefixed([text(`${PRODUCT} aside`), text(name)]);
}
