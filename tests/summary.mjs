// Adds up the result files of a test run: why tests were skipped, and as last line "passed failed skipped".
import { existsSync, readdirSync, readFileSync } from "node:fs";

const folder = process.argv[2];
const sums = { total: 0, passed: 0, failed: 0 };
const reasons = new Map();
for (const name of existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith(".trx")) : []) {
  const text = readFileSync(`${folder}/${name}`, "utf8");
  const counters = /<Counters [^>]*/.exec(text)?.[0] ?? "";
  for (const key of Object.keys(sums)) sums[key] += Number(new RegExp(` ${key}="(\\d+)"`).exec(counters)?.[1] ?? 0);
  for (const [, attributes, inside] of text.matchAll(/<UnitTestResult ([^>]*?)(?:\/>|>([\s\S]*?)<\/UnitTestResult>)/g)) {
    if (!attributes.includes('outcome="NotExecuted"')) continue;
    const reason = /<(?:StdOut|Message)>([\s\S]*?)</.exec(inside ?? "")?.[1].trim() ?? "no reason given";
    reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  }
}
if (reasons.size > 0) console.log("Skipped:");
for (const [reason, times] of reasons) console.log(`  ${times} × ${reason}`);
console.log(sums.passed, sums.failed, sums.total - sums.passed - sums.failed);
