/**
 * What keeps the vault's key from whoever holds the phone: three kinds of lock, one row each.
 *
 * - `open`: the key lies beside the entries, and the browser alone may use it.
 * - `pin`: the key is sealed under one that is made from the PIN.
 * - `safer`: the key is sealed under one that is made from the PIN and from a share of 256 bits
 *   that only the mailbox holds. The mailbox gives it for a proof of the PIN, and takes ten wrong
 *   ones for each share. A copy of the phone has nothing to try PINs against. Once open, the lock is
 *   renewed with another share: ten are ten in a row, and what was copied before opens no more.
 */

/** @import { Bytes } from '../../envelope/shape.js' */
/** @import { Sealed } from './sealing.js' */

import { toHex } from '../../envelope/hex.js';
import { decrypt, encrypt, keyOf, random } from './sealing.js';
import { expanded, stretched } from './stretching.js';

export const LOCK = 'lock';
const ID = 16;
const KEY = 32;

/**
 * @typedef {{kind: 'open', key: CryptoKey}} OpenLock
 * @typedef {{kind: 'pin', salt: Bytes, sealed: Sealed}} PinLock
 * @typedef {{kind: 'safer', salt: Bytes, sealed: Sealed, share: string, aside: string}} SaferLock
 * @typedef {OpenLock | PinLock | SaferLock} Lock
 */
/**
 * A share as the mailbox is to hold it: its id and the proof that it is given for, in hexadecimal.
 * @typedef {{id: string, share: Bytes, proof: Bytes}} Share
 */
/**
 * What a lock is made with. `entrust` resolves once the mailbox holds the share; `aside` is the
 * public key for what is written while the notes are shut.
 * @typedef {{pin?: string, aside?: string, entrust?: (share: Share) => Promise<unknown>}} Made
 */
/**
 * What a lock is opened with. `ask` gives the share for its id and the proof of the PIN.
 * @typedef {{pin: string, ask: (id: string, proof: Bytes) => Promise<Bytes>}} Given
 */
/**
 * @typedef {object} Kind
 * @property {(raw: Bytes, made: Made) => Promise<Lock>} lock
 * @property {(lock: any, given: Given) => Promise<Opened>} key
 */
/**
 * The vault's key; `renewed` makes a lock with a new share for the same key and PIN.
 * @typedef {{key: CryptoKey, renewed?: (entrust: Made['entrust']) => Promise<SaferLock>}} Opened
 */

/** A PIN that does not open the vault. */
export class WrongPin extends Error {
  code = 'wrong_pin';
}

/** @type {Record<Lock['kind'], Kind>} */
export const KINDS = {
  open: {
    lock: async (raw) => ({ kind: 'open', key: await keyOf(raw) }),
    key: (/** @type {OpenLock} */ { key }) => Promise.resolve({ key }),
  },

  pin: {
    async lock(raw, { pin = '' }) {
      const salt = random(ID);
      const wrapping = await stretched(pin, salt);
      return { kind: 'pin', salt, sealed: await wrapped(raw, wrapping) };
    },
    async key(/** @type {PinLock} */ { salt, sealed }, { pin }) {
      return { key: await keyOf(await unwrapped(sealed, await stretched(pin, salt))) };
    },
  },

  safer: {
    async lock(raw, { pin = '', aside = '', entrust }) {
      const salt = random(ID);
      return behindShare(raw, await stretched(pin, salt), { salt, aside }, entrust);
    },
    async key(/** @type {SaferLock} */ { salt, sealed, share, aside }, { pin, ask }) {
      const secret = await stretched(pin, salt);
      const given = await ask(share, await expanded(secret, 'proof'));
      const raw = await unwrapped(sealed, await expanded(secret, 'wrapping', given));
      return {
        key: await keyOf(raw),
        renewed: (entrust) => behindShare(raw, secret, { salt, aside }, entrust),
      };
    },
  },
};

/**
 * With a share of its own, which the mailbox holds before the lock is there.
 * @param {Bytes} raw
 * @param {Bytes} secret made from the PIN and the salt
 * @param {{salt: Bytes, aside: string}} kept
 * @param {Made['entrust']} entrust
 * @returns {Promise<SaferLock>}
 */
async function behindShare(raw, secret, { salt, aside }, entrust) {
  const [share, id] = [random(KEY), toHex(random(ID))];
  await entrust?.({ id, share, proof: await expanded(secret, 'proof') });
  const sealed = await wrapped(raw, await expanded(secret, 'wrapping', share));
  return { kind: 'safer', salt, sealed, share: id, aside };
}

/**
 * @param {Bytes} raw
 * @param {Bytes} wrapping
 */
async function wrapped(raw, wrapping) {
  return encrypt(await keyOf(wrapping), LOCK, raw);
}

/**
 * @param {Sealed} sealed
 * @param {Bytes} wrapping
 */
async function unwrapped(sealed, wrapping) {
  try {
    return await decrypt(await keyOf(wrapping), LOCK, sealed);
  } catch {
    throw new WrongPin();
  }
}
