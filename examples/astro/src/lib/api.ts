/** The content API, typed by its own description (`npm run types`). */
import { API_URL } from "astro:env/server";
import createClient from "openapi-fetch";
import type { components, paths } from "./schema";

type Schemas = components["schemas"];

const client = createClient<paths>({ baseUrl: API_URL });

/** The document of any page; its `type` says which. */
export type Page =
  paths["/api/v1/pages/{page_id}"]["get"]["responses"][200]["content"]["application/json"];
export type PageOf<Type extends Page["type"]> = Extract<Page, { type: Type }>;

/** A section of any page's body; its `type` says which. */
export type Block = Extract<Page, { body: object[] }>["body"][number];
export type BlockOf<Type extends Block["type"]> = Extract<Block, { type: Type }>;

export type Site = Schemas["Site"];
export type Navigation = Schemas["Navigation"];
export type Image = Schemas["Image"];
export type RichText = Schemas["RichText"];
export type Language = Page["locale"];

/** What the API answered, or an error that says in its own words why it did not. */
async function answer<Data>(
  asked: Promise<{ data?: Data; error?: { title: string; detail?: string | null } | undefined; response: Response }>,
): Promise<Data> {
  const { data, error, response } = await asked;
  if (data === undefined) {
    throw new ApiError(response.status, error?.detail || error?.title || response.statusText);
  }
  return data;
}

export class ApiError extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}
