// What pages that stand open cost: one product of its own on the database that MANTEL_DATABASE names (else SQLite), with
// so many open connections, idle for twenty seconds beside the same product without them; and how long one change takes
// to reach them all. node tools/open-pages.mjs PATH/TO/mantel.dll [500]
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import http from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";

const [program, count = "500"] = process.argv.slice(2);
const IDLE = 20_000;
const TICKS = 100;
const data = mkdtempSync(join(tmpdir(), "mantel-open-"));
const product = spawn("dotnet", [program, "serve", "--demo", "--cast-only", "--port", "0", "--data", data]);
const agent = new http.Agent({ keepAlive: true, maxSockets: Infinity });
const sleep = (time) => new Promise((done) => setTimeout(done, time));

const address = await new Promise((found) => {
  product.stdout.on("data", (text) => {
    const at = /is open at (http:\/\/\S+)/.exec(text);
    if (at) found(at[1].replace("localhost", "127.0.0.1"));
  });
});

function ask(path, { cookies, fields } = {}) {
  const body = fields && new URLSearchParams(fields).toString();
  const headers = { ...(cookies && { Cookie: cookies }), ...(body && { "Content-Type": "application/x-www-form-urlencoded" }) };
  return new Promise((done, fail) => {
    const request = http.request(address + path, { method: body ? "POST" : "GET", headers, agent }, done);
    request.on("error", fail).end(body);
  });
}

async function textOf(answer) {
  let text = "";
  for await (const part of answer) text += part;
  return text;
}

const cookiesOf = (answer) => (answer.headers["set-cookie"] ?? []).map((one) => one.split(";")[0]);

async function signIn(as) {
  const answer = await ask("/sign-in/demo", { fields: { as } });
  answer.resume();
  return cookiesOf(answer).join("; ");
}

/** Processor time in seconds, user and system together; memory that is resident, in MB; connections to the database. */
function cost() {
  const fields = readFileSync(`/proc/${product.pid}/stat`, "utf8").split(") ")[1].split(" ");
  const status = readFileSync(`/proc/${product.pid}/status`, "utf8");
  return {
    processor: (Number(fields[11]) + Number(fields[12])) / TICKS,
    memory: Number(/VmRSS:\s+(\d+)/.exec(status)[1]) / 1000,
    database: databaseConnections(),
  };
}

function databaseConnections() {
  const named = Object.fromEntries((process.env.MANTEL_DATABASE ?? "").split(";").map((one) => one.split("=")));
  if (!named.Host) return "none";
  const sql = `SELECT count(*) - 1 FROM pg_stat_activity WHERE datname = '${named.Database}'`;
  const at = ["-h", named.Host, "-p", named.Port ?? "5432", "-U", named.Username, "-d", named.Database];
  return execFileSync("psql", [...at, "-Atc", sql], { env: { ...process.env, PGPASSWORD: named.Password } }).toString().trim();
}

async function idle(name) {
  await sleep(10_000);
  const before = cost();
  await sleep(IDLE);
  const after = cost();
  const used = (after.processor - before.processor).toFixed(2);
  console.log(`${name}: ${used} s processor in 20 s, ${after.memory.toFixed(0)} MB, ${after.database} database connections`);
  return after;
}

async function open(nurse, heard) {
  const page = await textOf(await ask("/inbox", { cookies: nurse }));
  const way = /data-live="([^"]+)"/.exec(page)[1].replaceAll("&amp;", "&");
  const pages = [];
  for (let nth = 0; nth < Number(count); nth += 1) {
    const answer = await ask(way, { cookies: nurse });
    if (answer.statusCode !== 200) throw new Error(`/live was answered with ${answer.statusCode}`);
    answer.setEncoding("utf8");
    answer.on("error", () => {});
    answer.on("data", (text) => text.includes("event: changed") && heard());
    pages.push(answer);
  }
  return pages;
}

async function give(volunteer, works, nth) {
  const answer = await ask("/signals/new", { cookies: volunteer });
  const cookies = [volunteer, ...cookiesOf(answer)].join("; ");
  const page = await textOf(answer);
  const hidden = [...page.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)].map((one) => [one[1], one[2]]);
  const organisation = new RegExp(`value="([0-9a-f-]{36})"[^>]*>${works}`).exec(page)[1];
  const fields = { ...Object.fromEntries(hidden), about: `Mevrouw ${nth}`, noticed: "Ze at vandaag niets.", organisation };
  const started = performance.now();
  const sent = await ask("/signals/new", { cookies, fields });
  sent.resume();
  if (sent.statusCode !== 303) throw new Error(`The signal was answered with ${sent.statusCode}`);
  return { started, answered: performance.now() };
}

try {
  const [nurse, volunteer] = [await signIn("nurse"), await signIn("volunteer")];
  (await ask("/inbox", { cookies: nurse })).resume();
  const without = await idle("without open pages");
  let heard = 0;
  let last = 0;
  const pages = await open(nurse, () => {
    heard += 1;
    last = performance.now();
  });
  const withPages = await idle(`with ${count} open pages`);
  console.log(`memory for each: ${(((withPages.memory - without.memory) * 1000) / Number(count)).toFixed(0)} kB`);
  for (let nth = 1; nth <= 5; nth += 1) {
    heard = 0;
    const { started, answered } = await give(volunteer, "Thuiszorg De Zeekool", nth);
    for (let waited = 0; heard < pages.length && waited < 300; waited += 1) await sleep(50);
    console.log(
      `change ${nth}: ${heard} of ${pages.length} heard; the last ${(last - started).toFixed(0)} ms after sending the form, ` +
        `which was answered after ${(answered - started).toFixed(0)} ms; ${cost().database} database connections`,
    );
  }
} finally {
  product.kill();
  agent.destroy();
  await new Promise((done) => product.on("exit", done));
  rmSync(data, { recursive: true, force: true });
}
