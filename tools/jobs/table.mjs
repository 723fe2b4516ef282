// The counts as a table in Markdown.

const titles = {
  night: 'A stranger at night: find, open, read every decision, who decides, whom to call',
  urgent: 'Who needs somebody now, and why (three people), from the list of the day',
  change: 'A nurse records that somebody grew worse',
  differently: 'The person says that she wants something else now',
  looked: 'The person sees who looked, down to the physician at night',
  keeping: 'A close one says how long they can keep it up',
  account: 'An organisation, and an account for a nurse there',
  signal: 'A volunteer tells what she noticed, and later reads the answer',
  talk: 'A conversation begun, three questions answered',
  earlier: 'A talk of some days ago written down: two decisions',
};

const columns = ['presses', 'fields', 'keys', 'pixels', 'seconds'];

export function table(counted) {
  const lines = [
    '| job | presses | fields | keys | pixels scrolled | seconds |',
    '| --- | --- | --- | --- | --- | --- |',
  ];
  for (const [key, title] of Object.entries(titles)) {
    const { before, after } = counted[key] ?? {};
    if (!before && !after) continue;
    const cells = columns.map((column) => change(before?.[column], after?.[column]));
    lines.push(`| ${title} | ${cells.join(' | ')} |`);
  }
  return `${lines.join('\n')}\n`;
}

function change(before, after) {
  const [was, is] = [before, after].map((one) => one?.toLocaleString('en-GB') ?? '–');
  return was === is ? is : `${was} → ${is}`;
}
