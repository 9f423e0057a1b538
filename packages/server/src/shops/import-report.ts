/** The parts of a shop's folder. */
export type ImportPart = 'products' | 'answers' | 'orders' | 'replies' | 'flows' | 'shoppers' | 'corrections';

/** One row that was not taken as it stands. */
export interface ImportNote {
  readonly part: ImportPart;
  readonly file: string;
  /** Line of a CSV or NDJSON file, place in the list of a JSON file, both from 1; 0 for the file as a whole. */
  readonly row: number;
  /** A flagged row was taken, with what the reason says. */
  readonly level: 'skipped' | 'flagged';
  readonly reason: string;
}

/** What became of the rows of a folder. */
export interface ImportReport {
  readonly taken: Readonly<Record<ImportPart, number>>;
  readonly notes: readonly ImportNote[];
}

/** Where a reader writes what is wrong with its row. */
export interface RowNotes {
  readonly skip: (reason: string) => void;
  readonly flag: (reason: string) => void;
}

/** Collects what became of the rows. */
export class ImportNotes implements ImportReport {
  readonly taken: Record<ImportPart, number> = {
    products: 0,
    answers: 0,
    orders: 0,
    replies: 0,
    flows: 0,
    shoppers: 0,
    corrections: 0,
  };
  readonly notes: ImportNote[] = [];

  /** The notebook of one row. */
  row(part: ImportPart, file: string, row: number): RowNotes {
    const write = (level: ImportNote['level']) => (reason: string) => {
      this.notes.push({ part, file, row, level, reason });
    };
    return { skip: write('skipped'), flag: write('flagged') };
  }
}

/** Rows shown of each reason in the summary. */
const SHOWN = 3;

const line = (note: ImportNote): string =>
  `  ${note.level} ${note.file}${note.row > 0 ? ` row ${note.row}` : ''}: ${note.reason}`;

/** Reasons are alike when they differ in what they quote only. */
const alike = (note: ImportNote): string => `${note.part} ${note.level} ${note.reason.replace(/"[^"]*"|\d+/g, '…')}`;

const PARTS = [
  'products',
  'answers',
  'orders',
  'replies',
  'flows',
  'shoppers',
  'corrections',
] as const satisfies readonly ImportPart[];

/** A shop may have no replies for agents and no flows of its own: nothing is said of those parts then. */
const counts = ({ taken, notes }: ImportReport, parts: readonly ImportPart[] = PARTS): string[] =>
  parts.flatMap((part) => {
    const rows = (level: ImportNote['level']) =>
      new Set(notes.filter((n) => n.part === part && n.level === level).map((n) => `${n.file} ${n.row}`)).size;
    const own = part === 'replies' || part === 'flows' || part === 'shoppers' || part === 'corrections';
    if (own && taken[part] === 0 && !notes.some((note) => note.part === part)) return [];
    return [`  ${part.padEnd(9)} ${taken[part]} taken, ${rows('skipped')} skipped, ${rows('flagged')} flagged`];
  });

/** The report for a terminal: counts of these parts, and the first rows of each reason. */
export function printReport(report: ImportReport, parts?: readonly ImportPart[]): string {
  const groups = new Map<string, ImportNote[]>();
  for (const note of report.notes) {
    const group = groups.get(alike(note));
    if (group) group.push(note);
    else groups.set(alike(note), [note]);
  }
  const lines = [...groups.values()].flatMap((group) => [
    ...group.slice(0, SHOWN).map(line),
    ...(group.length > SHOWN ? [`    … and ${group.length - SHOWN} more rows for the same reason`] : []),
  ]);
  return [...counts(report, parts), ...lines].join('\n');
}

/** The report with every row. */
export const fullReport = (report: ImportReport, parts?: readonly ImportPart[]): string =>
  `${[...counts(report, parts), ...report.notes.map(line)].join('\n')}\n`;
