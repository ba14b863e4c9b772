import node from "@astrojs/node";
import { defineConfig, envField, passthroughImageService } from "astro/config";

export default defineConfig({
  // Every page is a file, made when the site is built; `src/pages/preview.astro` alone is answered by the server.
  output: "static",
  adapter: node({ mode: "standalone" }),
  trailingSlash: "always",
  image: { service: passthroughImageService() }, // the API has every picture ready in its sizes and formats
  env: {
    schema: {
      API_URL: envField.string({ context: "server", access: "public", url: true }),
    },
  },
});
