// Owns: what `replay` prints, for people and as JSON.
// Must not know: how it was found.

import type { Difference } from './comparison.ts';
import { type Colors, type Fact, facts } from './layout.ts';
import { plain } from './plain-text.ts';
import type { RecordedLibrary } from './recording.ts';

/** What --json prints. */
export interface ReplayReport {
  readonly same: boolean;
  /**
   * `beginning`: there was no server, and the recording goes on after what can be compared without one. `settings`: the library does not
   * take the recorded settings.
   */
  readonly compared: 'everything' | 'beginning' | 'settings';
  /** null: none was used. */
  readonly server: string | null;
  readonly recorded: RecordedLibrary;
  readonly replayed: RecordedLibrary;
  /** The first; null: there is none. */
  readonly difference: Difference | null;
  /** The first in what the calls said and what was agreed on, whatever the records were; null: there is none. */
  readonly inCalls: Difference | null;
}

export function replayText(report: ReplayReport, colors: Colors): string {
  const { recorded, replayed, difference, inCalls } = report;
  const libraries = facts(
    [
      ['Recorded', plain(`${recorded.version} (${recorded.source})`)],
      ['Replayed', `${replayed.version} (${replayed.source})`],
      ['Server', serverText(report)],
    ],
    colors,
  );
  if (difference === null) return `${libraries}\n\n${colors.green('the same')}\n`;
  const blocks = [libraries, differenceText('different at', difference, colors)];
  if (inCalls === null) blocks.push('What the calls said and what was agreed on is the same.');
  else if (JSON.stringify(inCalls) !== JSON.stringify(difference))
    blocks.push(differenceText('in what the calls said, at', inCalls, colors));
  return `${blocks.join('\n\n')}\n`;
}

function serverText({ server, compared }: ReplayReport): string {
  if (server !== null) return plain(server);
  return compared === 'beginning' ? 'none: what comes before its answer was compared' : 'none';
}

function differenceText(heading: string, { step, call, what, recorded, replayed }: Difference, colors: Colors): string {
  const place = [step === null ? null : `step ${step}`, call].filter((part) => part !== null).join(', ');
  const values = facts(
    [['recorded', plain(recorded)], ['replayed', plain(replayed)], ...listFacts(recorded.split(', '), replayed.split(', '))],
    colors,
  );
  return `${colors.red(heading)} ${plain(place === '' ? what : `${place}: ${what}`)}\n${values}`;
}

// Two long lists are hard to tell apart by eye.
function listFacts(recorded: readonly string[], replayed: readonly string[]): readonly Fact[] {
  if (recorded.length < 2 && replayed.length < 2) return [];
  const [gone, added] = [recorded.filter((each) => !replayed.includes(each)), replayed.filter((each) => !recorded.includes(each))];
  if (gone.length + added.length === 0) return [['that is', 'another order']];
  return [
    ['only recorded', plain(gone.join(', ')) || 'none'],
    ['only replayed', plain(added.join(', ')) || 'none'],
  ];
}
