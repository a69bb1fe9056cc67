import { Refusal } from './refusal';

/** A value in a query: a literal, or the name of a parameter. */
export type Term = { literal: string | number | boolean | null } | { parameter: string };
export type Condition =
  | { all: Condition[] }
  | { any: Condition[] }
  | { path: string; operator: '=' | '<' | '<=' | '>' | '>='; term: Term }
  | { path: string; contains: Term }
  | { always: true };
export interface Query {
  /** the whole document, some of its properties, or the shape in which a gateway asks partitions for sorted documents */
  select: '*' | { properties: string[] } | { sortedBy: string };
  where: Condition;
  orderBy?: { path: string; descending: boolean };
}

const TOKEN = /\s*(?:(@\w+|[A-Za-z_]\w*)|("(?:[^"\\]|\\.)*"|'[^'\\]*')|(-?\d+(?:\.\d+)?)|(<=|>=|[<>=*.,()[\]{}:]))/y;

const tokensOf = (sql: string): string[] => {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < sql.trimEnd().length) {
    const at = TOKEN.lastIndex;
    const found = TOKEN.exec(sql);
    if (!found) throw new Refusal(400, `not a query this peer knows, at ${JSON.stringify(sql.slice(at, at + 20))}`);
    tokens.push(found[0].trim());
  }
  return tokens;
};

/**
 * Reads the part of the query language that is used here, and refuses all else: SELECT of `*` or of properties, FROM c,
 * comparisons and ARRAY_CONTAINS joined by AND and OR, ORDER BY one property.
 */
class Reader {
  private at = 0;
  private readonly tokens: string[];

  constructor(private readonly sql: string) {
    this.tokens = tokensOf(sql);
  }

  query(): Query {
    this.word('SELECT');
    const select = this.select();
    this.words('FROM', 'c');
    const where: Condition = this.takes('WHERE') ? this.any() : { always: true };
    const orderBy = this.takes('ORDER') ? this.orderBy() : undefined;
    if (this.at < this.tokens.length) this.refuse();
    return { select, where, ...(orderBy && { orderBy }) };
  }

  private select(): Query['select'] {
    if (this.takes('*')) return '*';
    const first = this.path();
    if (first === '_rid' && this.takes(',')) {
      this.words('[', '{', '"item"', ':');
      const sortedBy = this.path();
      this.words('}', ']', 'AS', 'orderByItems', ',', 'c', 'AS', 'payload');
      return { sortedBy };
    }
    const properties = [first];
    while (this.takes(',')) properties.push(this.path());
    return { properties };
  }

  private orderBy(): { path: string; descending: boolean } {
    this.word('BY');
    const path = this.path();
    if (this.takes('DESC')) return { path, descending: true };
    this.takes('ASC');
    return { path, descending: false };
  }

  private any(): Condition {
    const parts = [this.all()];
    while (this.takes('OR')) parts.push(this.all());
    return parts.length === 1 && parts[0] ? parts[0] : { any: parts };
  }

  private all(): Condition {
    const parts = [this.one()];
    while (this.takes('AND')) parts.push(this.one());
    return parts.length === 1 && parts[0] ? parts[0] : { all: parts };
  }

  private one(): Condition {
    if (this.takes('(')) {
      const inner = this.any();
      this.word(')');
      return inner;
    }
    if (this.takes('true')) return { always: true };
    if (this.takes('ARRAY_CONTAINS')) {
      this.word('(');
      const path = this.path();
      this.word(',');
      const contains = this.term();
      this.word(')');
      return { path, contains };
    }
    const path = this.path();
    const operator = this.tokens[this.at] ?? '';
    this.at += 1;
    switch (operator) {
      case '=':
      case '<':
      case '<=':
      case '>':
      case '>=':
        return { path, operator, term: this.term() };
      default:
        return this.refuse();
    }
  }

  private term(): Term {
    const token = this.tokens[this.at] ?? '';
    this.at += 1;
    if (token.startsWith('@')) return { parameter: token };
    if (token.startsWith("'")) return { literal: token.slice(1, -1) };
    if (/^["\d-]/.test(token) || ['true', 'false', 'null'].includes(token))
      return { literal: JSON.parse(token) as string | number | boolean | null }; // JSON of a scalar, by its first sign
    return this.refuse();
  }

  /** `c.a` or `c.a.b`, as 'a' or 'a.b' */
  private path(): string {
    this.words('c', '.');
    const names = [this.name()];
    while (this.takes('.')) names.push(this.name());
    return names.join('.');
  }

  private name(): string {
    const token = this.tokens[this.at] ?? '';
    if (!/^[A-Za-z_]\w*$/.test(token)) return this.refuse();
    this.at += 1;
    return token;
  }

  private takes(token: string): boolean {
    if (this.tokens[this.at] !== token) return false;
    this.at += 1;
    return true;
  }

  private word(token: string): void {
    if (!this.takes(token)) this.refuse();
  }

  private words(...tokens: string[]): void {
    for (const token of tokens) this.word(token);
  }

  private refuse(): never {
    throw new Refusal(400, `not a query this peer knows: ${this.sql} (near ${this.tokens[this.at] ?? 'its end'})`);
  }
}

/** Throws a 400 on anything outside the part of the language that this peer knows. */
export const readQuery = (sql: string): Query => new Reader(sql).query();

/** The query that a client sends to each partition so that it can merge what comes back sorted. */
export const sortedForMerging = (sql: string, orderBy: { path: string }): string => {
  const [, where, order] = /\bFROM c(?: WHERE (.*?))?( ORDER BY .*)$/s.exec(sql) ?? [];
  const filter = where === undefined ? '' : `(${where}) AND `;
  const items = `[{"item": c.${orderBy.path}}] AS orderByItems`;
  return `SELECT c._rid, ${items}, c AS payload FROM c WHERE ${filter}({documentdb-formattableorderbyquery-filter})${order ?? ''}`;
};
