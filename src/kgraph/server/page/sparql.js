// A query as text in, its tokens out: what to paint, and which prefixes it uses and declares.
const TOKEN = new RegExp(
  [
    /(?<comment>#[^\n]*)/,
    /(?<string>"""(?:[^\\]|\\.)*?"""|'''(?:[^\\]|\\.)*?'''|"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?)/,
    /(?<iri><[^<>"{}|^`\\\s]*>)/,
    /(?<variable>[?$]\w+)/,
    /(?<name>(?<prefix>[A-Za-z][\w.-]*)?:(?:[\w.:%-]|\\.)*)/,
    /(?<word>[A-Za-z_]+)/,
    /(?<other>\s+|[0-9.]+|.)/,
  ].map((part) => part.source).join("|"),
  "gsu",
);
const WORDS = new Set(
  ("ABS ADD ALL AS ASC ASK AVG BASE BIND BNODE BOUND BY CEIL CLEAR COALESCE CONCAT CONSTRUCT CONTAINS COPY COUNT CREATE DATA DATATYPE DAY DEFAULT " +
    "DELETE DESC DESCRIBE DISTINCT DROP ENCODE_FOR_URI EXISTS FALSE FILTER FLOOR FROM GRAPH GROUP GROUP_CONCAT HAVING HOURS IF IN INSERT INTO IRI " +
    "ISBLANK ISIRI ISLITERAL ISNUMERIC ISURI LANG LANGMATCHES LCASE LIMIT MAX MD5 MIN MINUS MINUTES MONTH MOVE NAMED NOT NOW OFFSET OPTIONAL ORDER " +
    "PREFIX RAND REDUCED REGEX REPLACE ROUND SAMETERM SAMPLE SECONDS SELECT SEPARATOR SERVICE SHA1 SHA256 SHA384 SHA512 SILENT STR STRAFTER STRBEFORE " +
    "STRDT STRENDS STRLANG STRLEN STRSTARTS STRUUID SUBSTR SUM TIMEZONE TO TRUE TZ UCASE UNDEF UNION URI USING UUID VALUES WHERE WITH YEAR").split(" "),
);
const PAINTED = { comment: "i", string: "q", iri: "cite", variable: "var", name: "cite" };

export function* tokens(text) {
  for (const match of text.matchAll(TOKEN)) {
    const kind = Object.keys(match.groups).find((k) => k !== "prefix" && match.groups[k] !== undefined);
    yield { kind, text: match[0], start: match.index, prefix: match.groups.prefix };
  }
}

// The query as painted text; `wrong` is where an error begins, the token there is underlined.
export function paint(text, wrong) {
  const painted = document.createDocumentFragment();
  for (const token of tokens(text)) {
    const isWord = token.kind === "word" && (WORDS.has(token.text.toUpperCase()) || token.text === "a");
    const tag = isWord ? "b" : PAINTED[token.kind];
    let piece = document.createTextNode(token.text);
    if (tag) piece = wrap(tag, piece);
    const hit = wrong !== null && wrong >= token.start && wrong < token.start + token.text.length;
    painted.append(hit ? wrap("mark", piece) : piece);
  }
  painted.append("\n");
  return painted;
}

function wrap(tag, inside) {
  const element = document.createElement(tag);
  element.append(inside);
  return element;
}

// The prefixes that a query uses without declaring them, of those that are known.
export function undeclared(text, known) {
  const [used, declared] = [new Set(), new Set()];
  let before = "";
  for (const token of tokens(text)) {
    if (token.kind === "other" && !token.text.trim()) continue;
    if (token.kind === "name") (before === "PREFIX" ? declared : used).add(token.prefix ?? "");
    before = token.kind === "word" ? token.text.toUpperCase() : "";
  }
  return [...used].filter((prefix) => prefix && !declared.has(prefix) && Object.hasOwn(known, prefix));
}

export function givesGraph(text) {
  for (const token of tokens(text)) {
    if (token.kind !== "word") continue;
    const verb = token.text.toUpperCase();
    if (["SELECT", "ASK"].includes(verb)) return false;
    if (["CONSTRUCT", "DESCRIBE"].includes(verb)) return true;
  }
  return false;
}
