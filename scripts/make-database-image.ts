// Makes the prepared database that fresh embedded databases are copied from. `npm start` does it by itself.
import { defaultImage } from "../packages/server/src/database/image.ts";
import { makeImage } from "../packages/server/src/database/make-image.ts";

await makeImage(defaultImage);
process.stdout.write(`${defaultImage}\n`);
