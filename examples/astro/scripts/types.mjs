// Writes src/lib/schema.d.ts: every type of the content API, made from the description that it gives of itself.
import { writeFile } from "node:fs/promises";
import openapiTS, { astToString } from "openapi-typescript";

const { API_URL } = process.env;
if (!API_URL) {
  console.error("Say where the content API is, such as API_URL=http://127.0.0.1:8000");
  process.exit(1);
}
const description = new URL("/api/v1/openapi.json", API_URL);
await writeFile(
  new URL("../src/lib/schema.d.ts", import.meta.url),
  astToString(await openapiTS(description, { rootTypes: true, rootTypesNoSchemaPrefix: true })),
);
