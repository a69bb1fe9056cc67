/** What a document is made of, apart from how it is printed. Texts hold what people typed, as it is. */
export type Block =
  | { kind: 'title'; text: string; lines: readonly string[] }
  /** Level 1 stands in the table of contents. */
  | { kind: 'heading'; level: 1 | 2; text: string }
  | { kind: 'text'; text: string; tone?: 'quiet' | 'strong' }
  | { kind: 'list'; items: readonly string[] }
  /** Labels with their text; `heading`: what the group is, for instance ‘Uitspraken van anderen’. */
  | { kind: 'facts'; heading?: string; rows: readonly { label: string; text: string }[] }
  | { kind: 'table'; head: readonly string[]; rows: readonly (readonly string[])[]; widths: readonly number[] }
  | { kind: 'signature'; name: string; state: string; remark?: string }
  | { kind: 'lines'; label: string; count: number }
  | { kind: 'timeline'; rows: readonly TimelineRow[]; from: string; until: string; alt: string }
  | { kind: 'contents' }
  | { kind: 'newPage' };

/** One line of the picture: a step, and the moments (ISO-8601) at which something was recorded in it. */
export type TimelineRow = { label: string; at: readonly string[] };

/** A whole document. Blocks may come one by one: a long file is never in memory as a whole. */
export type Document = {
  title: string;
  /** Above every page but the first. */
  header: string;
  /** Below every page, beside the page number. */
  footer: string;
  blocks: () => Iterable<Block>;
};
