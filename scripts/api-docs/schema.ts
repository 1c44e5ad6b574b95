import type { Schema } from './document';
import { both, html, type Markup, saying } from './markup';

interface Row {
  name: string;
  schema: Schema;
  isRequired: boolean;
}

/** The properties of an object, those of nested objects and lists included; a list for each form that it can have. */
export function schemaLists(schema: Schema): Markup[] {
  return (schema.oneOf ?? [schema]).map((form) => {
    const rows = [...rowsOf(form)];
    const title = schema.oneOf === undefined ? html`` : html`<p class="form">${saying(form)}</p>`;
    return html`${title}${rows.length === 0 ? html`` : list(rows)}`;
  });
}

function list(rows: readonly Row[]): Markup {
  return html`<dl class="fields">${rows.map(
    ({ name, schema, isRequired }) => html`<dt><code>${name}</code> <small>${typeOf(schema)}</small></dt>
<dd>${isRequired ? html`<b>${both('必須', 'required')}</b> ` : ''}${saying(schema)}</dd>\n`,
  )}</dl>`;
}

function* rowsOf(schema: Schema, prefix = ''): Generator<Row> {
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    yield { name: prefix + name, schema: property, isRequired: schema.required?.includes(name) ?? false };
    for (const form of property.oneOf ?? [property]) yield* rowsOf(form, `${prefix}${name}.`);
    for (const form of property.items?.oneOf ?? [property.items ?? {}])
      yield* rowsOf(form, `${prefix}${name}[].`);
  }
}

/** The type in a few words: `string (1–128)`, `list of string (1–100)`, `"ja" | "en"`. */
export function typeOf(schema: Schema): string {
  const choices = schema.const === undefined ? schema.enum : [schema.const];
  if (choices !== undefined) return choices.map((choice) => JSON.stringify(choice)).join(' | ');
  if (schema.type === 'array')
    return `list of ${typeOf(schema.items ?? {})}${range(schema.minItems, schema.maxItems)}`;
  const base = schema.format ?? schema.type ?? 'object';
  return base + range(schema.minLength ?? schema.minimum, schema.maxLength ?? schema.maximum);
}

function range(least?: number, most?: number): string {
  if (least === undefined && most === undefined) return '';
  return ` (${least ?? ''}–${most ?? ''})`;
}
