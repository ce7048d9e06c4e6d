// What Argdown's own program makes of many files, in one process. Their names come on standard
// input, a line each; out comes a line of JSON for each. The argument is the folder with the program.
const fs = require("fs");
const path = require("path");
const { argdown } = require(path.join(process.argv[2], "node_modules", "@argdown", "node"));

async function main() {
  for (const file of fs.readFileSync(0, "utf8").split("\n").filter(Boolean)) {
    const made = { file, errors: [], json: null };
    try {
      const response = await argdown.runAsync({
        input: fs.readFileSync(file, "utf8"),
        inputPath: file,
        process: ["parse-input", "build-model", "export-json"],
        logLevel: "silent",
        json: { exportMap: false },
      });
      const lines = (response.parserErrors || []).map((e) => `${e.token.startLine}: ${e.message}`);
      made.errors = [...lines, ...(response.exceptions || []).map(String)];
      made.json = response.json ? JSON.parse(response.json) : null;
    } catch (error) {
      made.errors.push(String(error));
    }
    console.log(JSON.stringify(made));
  }
}
main();
