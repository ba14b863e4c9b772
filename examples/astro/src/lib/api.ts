/** The content API, typed by the description that it gives of itself (`npm run types`). */
import { API_URL } from "astro:env/server";
import createClient from "openapi-fetch";
import type { components, paths } from "./schema";

type Schemas = components["schemas"];

/** The document of any page; its `type` says which. */
export type Page = Ok<"/api/v1/pages/{page_id}">;
export type PageOf<Type extends Page["type"]> = Extract<Page, { type: Type }>;

/** A section of any page's body; its `type` says which. */
export type Block = Extract<Page, { body: object[] }>["body"][number];
export type BlockOf<Type extends Block["type"]> = Extract<Block, { type: Type }>;

export type Closing = Schemas["Closing"];
export type Image = Schemas["Image"];
export type Language = Page["locale"];
export type Navigation = Ok<"/api/v1/navigation">;
export type PostList = Ok<"/api/v1/post-lists">["items"][number];
export type PostCard = Schemas["PostCard"];
export type Practice = Schemas["Practice"];
export type RichText = Schemas["RichText"];
export type Site = Ok<"/api/v1/site">;
export type TreatmentCard = Schemas["TreatmentCard"];

/** What the head and the header of a page say of it; a list of posts, which is no page of the CMS, has it too. */
export interface Address extends Pick<Page, "path" | "alternates" | "seo"> {
  language_links: { name: string; page: { path: string; locale: Language; title: string }; is_translation: boolean }[];
  feeds?: PostList["feeds"];
  date?: Schemas["BlogPage"]["date"];
}

/** What an operation answers when all is well. */
type Ok<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { "application/json": infer Answer } } } };
}
  ? Answer
  : never;

const client = createClient<paths>({ baseUrl: API_URL, fetch: patientFetch });
const MOST_PAGES_AT_ONCE = 100;
const REQUESTS_AT_ONCE = 8;

export class ApiError extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** What stands around the pages of a language. */
export async function frameOf(locale: Language): Promise<{ site: Site; navigation: Navigation }> {
  const options = { params: { query: { locale } } };
  const [site, navigation] = await Promise.all([
    answer(client.GET("/api/v1/site", options)),
    answer(client.GET("/api/v1/navigation", options)),
  ]);
  return { site, navigation };
}

/** The languages that visitors can read, the one that the others are translated from first. */
export async function languages(): Promise<[Language, ...Language[]]> {
  const { languages } = await answer(client.GET("/api/v1/site"));
  const [first, ...others] = languages
    .filter(({ home }) => home)
    .sort((one, other) => Number(other.is_source) - Number(one.is_source))
    .map(({ code }) => code);
  if (!first) throw new Error("The site has no home page yet.");
  return [first, ...others];
}

/** Every page that visitors may read, in every language. */
export async function allPages(): Promise<Page[]> {
  const ids: number[] = [];
  for (let offset = 0, count = 1; offset < count; offset += MOST_PAGES_AT_ONCE) {
    const query = { limit: MOST_PAGES_AT_ONCE, offset, fields: "id" };
    const found = await answer(client.GET("/api/v1/pages", { params: { query } }));
    ids.push(...found.items.map(({ id }) => id));
    count = found.count;
  }
  const pages: Page[] = [];
  while (ids.length > 0) {
    const some = ids.splice(0, REQUESTS_AT_ONCE).map((page_id) =>
      answer(client.GET("/api/v1/pages/{page_id}", { params: { path: { page_id } } })),
    );
    pages.push(...(await Promise.all(some)));
  }
  return pages;
}

/** A page of a list of posts; `last` is the number of the last one. */
export interface ListPage {
  list: PostList;
  number: number;
  last: number;
  path: string;
  posts: PostCard[];
}

/** Every page of every list of posts in a language. The first page of all posts is the blog itself. */
export async function allListPages(site: Site): Promise<ListPage[]> {
  const { items, per_page } = await postLists(site);
  const pages: ListPage[] = [];
  for (const list of items) {
    for (let number = 1, last = 1; number <= last; number += 1) {
      const page = await listPageOf(list, number, per_page, site);
      last = page.last;
      pages.push(page);
    }
  }
  return pages;
}

/** What visitors find at the address of the blog; nothing while it is not live. */
export async function firstListPage(site: Site): Promise<ListPage | undefined> {
  const { items, per_page } = await postLists(site);
  const all = items.find(({ kind }) => kind === "all");
  return all && listPageOf(all, 1, per_page, site);
}

function postLists({ locale }: Site): Promise<Ok<"/api/v1/post-lists">> {
  return answer(client.GET("/api/v1/post-lists", { params: { query: { locale } } }));
}

async function listPageOf(list: PostList, number: number, perPage: number, site: Site): Promise<ListPage> {
  const about = list.kind === "year" ? { year: list.year } : list.slug ? { [list.kind]: list.slug } : {};
  const part = { limit: perPage, offset: (number - 1) * perPage };
  // Where a language also shows the posts of another, its lists are longer.
  const query = { locale: site.locale, fallback: site.posts_fallback, ...about, ...part };
  const { count, items } = await answer(client.GET("/api/v1/posts", { params: { query } }));
  const path = number === 1 ? list.path : list.page_path.replace("{number}", String(number));
  return { list, number, last: Math.ceil(count / perPage), path, posts: items };
}

/** The draft that a token of the CMS shows. */
export function draft(token: string): Promise<Page> {
  return answer(client.GET("/api/v1/preview", { params: { query: { token } } }));
}

async function answer<Data>(
  asked: Promise<{ data?: Data; error?: Schemas["Problem"]; response: Response }>,
): Promise<Data> {
  const { data, error, response } = await asked;
  if (data === undefined) {
    throw new ApiError(response.status, error?.detail || error?.title || response.statusText);
  }
  return data;
}

/** Waits as long as the API asks for when a build has asked it for more than it answers in a minute. */
async function patientFetch(request: Request): Promise<Response> {
  const response = await fetch(request.clone());
  const seconds = Number(response.headers.get("Retry-After"));
  if (response.status !== 429 || !seconds) return response;
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  return patientFetch(request);
}
