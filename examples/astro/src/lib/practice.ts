import type { Practice } from "./api";

/** “1234 AB Zeist”, of what is filled in. */
export const placeOf = ({ postal_code, city }: Practice): string =>
  [postal_code, city].filter((part) => part).join(" ");
