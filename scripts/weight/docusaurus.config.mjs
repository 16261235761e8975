// The book's own configuration, and besides a map of every chunk, so that each byte can be traced to its file.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot } from "../repository-paths.mjs";
import { chunksFile } from "./chunks-file.mjs";

/**
 * @param {import("@docusaurus/types").LoadContext} context
 * @returns {import("@docusaurus/types").Plugin}
 */
const traceBytes = (context) => ({
  name: "trace-bytes",
  configureWebpack: (_config, isServer) => {
    if (isServer) return {};
    return {
      // Without the comment that points to the map the files are byte for byte those that readers get.
      devtool: "hidden-source-map",
      plugins: [
        {
          apply: (compiler) => {
            compiler.hooks.done.tap("trace-bytes", (stats) => {
              const { chunks } = stats.toJson({ all: false, chunks: true, chunkRelations: true, ids: true });
              writeFileSync(join(context.outDir, chunksFile), JSON.stringify(chunks));
            });
          },
        },
      ],
    };
  },
});

/** @returns {Promise<import("@docusaurus/types").Config>} */
export default async function weighedConfig() {
  /** @type {{ default: import("@docusaurus/types").Config }} */
  const book = await import(join(repositoryRoot, "book", "docusaurus.config.mjs"));
  return { ...book.default, plugins: [...(book.default.plugins ?? []), traceBytes] };
}
