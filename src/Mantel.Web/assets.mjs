// Copies what the pages need from node_modules to wwwroot/lib. Run by the build, from the root of the repository.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const modules = "node_modules";
const lib = "src/Mantel.Web/wwwroot/lib";
const components = [
  "button", "checkbox", "form-label", "radio-button", "select", "skip-link", "table", "textarea", "textbox",
];
const fonts = [
  ["atkinson-hyperlegible-next", ["wght-normal", "wght-italic"]],
  ["literata", ["opsz-normal", "opsz-italic"]],
];

rmSync(lib, { recursive: true, force: true });
mkdirSync(join(lib, "fonts"), { recursive: true });
for (const [font, shapes] of fonts)
  for (const shape of shapes)
    for (const script of ["latin", "latin-ext"])
      cpSync(
        join(modules, "@fontsource-variable", font, "files", `${font}-${script}-${shape}.woff2`),
        join(lib, "fonts", `${font}-${script}-${shape}.woff2`),
      );
cpSync(join(modules, "htmx.org/dist/htmx.min.js"), join(lib, "htmx.js"));
cpSync(join(modules, "echarts/dist/echarts.common.min.js"), join(lib, "echarts.js"));
for (const paper of ["LICENSE", "NOTICE"]) cpSync(join(modules, "echarts", paper), join(lib, `echarts.${paper}.txt`));
const sheets = components.map((name) => readFileSync(join(modules, `@utrecht/${name}-css/dist/index.css`), "utf8"));
writeFileSync(join(lib, "utrecht.css"), `@layer utrecht {\n${sheets.join("\n")}\n}\n`);
writeFileSync(join(lib, ".made"), "");
