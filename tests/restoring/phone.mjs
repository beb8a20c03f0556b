/**
 * The phone's own modules, without a browser: keeps in memory, as on somebody else's phone. Does
 * what each line of standard input says, and answers with a line of JSON.
 */
import { createInterface } from 'node:readline';

const [address, modules] = process.argv.slice(2);
globalThis.IDBKeyRange = {
  bound: (lower, upper) => ({ includes: (name) => lower <= name && name <= upper }),
};
const real = globalThis.fetch;
globalThis.fetch = (path, { method, headers, body, signal }) =>
  real(`${address}${path}`, { method, headers, body, signal });

const phone = (name) => import(`${modules}/phone/${name}.js`);
const { keepInMemory } = await phone('keep/store');
const vault = await phone('keep/vault');
const { claim } = await phone('travel/claim');
const { post } = await phone('travel/outbox');
const { run } = await phone('travel/errands');
const { collect, takeUp } = await phone('travel/inbox');
const { send, tryAll } = await phone('travel/sending');
const { copiesOf } = await phone('travel/copies');

keepInMemory();
await vault.open();
const answer = (told) => process.stdout.write(`${JSON.stringify(told)}\n`);
const about = () => ({ form: 'views', version: '0123456789ab', language: 'en' });
const me = () => vault.read('0/me');

const DO = {
  claim: ({ words, number }) => claim(words, number),
  async say({ text }) {
    const said = { question: 'good-proud', audience: 'meeting', value: { text } };
    const given = new Map([['good-proud', said]]);
    await post(
      0,
      async () => ({ given, answers: [said], rest: {} }),
      about,
      () => undefined,
    );
  },
  choose: ({ reader, parts, n }) => run(0, async () => ({ kind: 'access', reader, parts, n })),
  async sync() {
    await takeUp(0);
    await collect(0, await me());
    await send(0, await me());
  },
  open: tryAll,
  async tell() {
    const names = ['publication', 'access', 'said', 'errands'];
    const kept = await Promise.all(names.map((name) => vault.read(`0/${name}`)));
    const told = Object.fromEntries(names.map((name, at) => [name, kept[at] ?? null]));
    const out = (await vault.names('0/out/')).map((name) => name.split('/')[2]);
    return { ...told, epoch: (await me()).epoch ?? 0, copies: await copiesOf(0), out };
  },
};

for await (const line of createInterface({ input: process.stdin })) {
  const { do: what, ...how } = JSON.parse(line);
  try {
    answer({ answer: (await DO[what](how)) ?? null });
  } catch (wrong) {
    answer({ wrong: wrong.code ?? String(wrong.stack) });
  }
}
