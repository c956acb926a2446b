// Opens pages in Chromium at phone and desktop width, light and dark, and prints what axe-core finds, as JSON.
// Usage: NODE_PATH=…/node_modules node axe.cjs CHROMIUM PAGE…
const fs = require("fs");
const puppeteer = require("puppeteer-core");

const LOOKS = [[1100, "light"], [1100, "dark"], [390, "light"]];

async function main([chromium, ...pages]) {
  const axe = fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
  const browser = await puppeteer.launch({ executablePath: chromium, args: ["--no-sandbox", "--disable-gpu"] });
  const found = [];
  for (const page of pages) {
    for (const [width, scheme] of LOOKS) {
      const tab = await browser.newPage();
      await tab.setViewport({ width, height: 844 });
      await tab.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
      await tab.goto(`file://${page}`);
      await tab.evaluate(axe);
      const { violations } = await tab.evaluate(() => axe.run());
      const wider = await tab.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      const look = `${page} ${width} ${scheme}`;
      if (wider > 0) found.push(`${look}: ${wider} pixels wider than the window`);
      for (const each of violations) found.push(`${look}: ${each.id}: ${each.nodes[0].html}`);
      await tab.close();
    }
  }
  await browser.close();
  process.stdout.write(JSON.stringify(found));
}

main(process.argv.slice(2)).catch((error) => { console.error(error); process.exit(1); });
