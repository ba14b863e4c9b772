/** The sections of a page: its blocks, and what each has to know of the others. */
import type { Block, Page, Site } from "./api";

type WithBody = Extract<Page, { body: object[] }>;

export interface Passage {
  block: Block;
  section: {
    id: string;
    /** Empty for a block that has none, or has nothing to show under it. */
    heading: string;
    /** Whether it belongs to the section of the heading before it. */
    underHeading: boolean;
    /** The same page in other languages; `name` is what a language calls itself. */
    translations: { path: string; locale: string; name: string }[];
  };
}

export function passagesOf({ body, translations }: WithBody, site: Site): Passage[] {
  const links = translations.flatMap(({ page }) => {
    const name = site.languages.find(({ code }) => code === page?.locale)?.name;
    return page && name ? [{ path: page.path, locale: page.locale, name }] : [];
  });
  let underHeading = false;
  return body.map((block: Block) => {
    const heading = headingOf(block);
    const belongs = underHeading && !heading;
    underHeading = belongs || (block.type === "heading" && heading !== "");
    return { block, section: { id: block.id, heading, underHeading: belongs, translations: links } };
  });
}

function headingOf(block: Block): string {
  if (block.type === "map") {
    const { address, image, prose } = block.value;
    if (!address && !image && !prose.html) return "";
  }
  if (block.type === "related_treatments") {
    const { treatments, in_another_language } = block.value;
    if (!treatments.length && !in_another_language.length) return "";
  }
  return "heading" in block.value ? block.value.heading.trim() : "";
}
