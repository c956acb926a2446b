// Opens pages in Chromium at phone and desktop width, light and dark, and prints what axe-core finds, as JSON, with what
// is wider than the window, and what is called a sheet and is longer than one of paper.
// Usage: NODE_PATH=…/node_modules node axe.cjs CHROMIUM PAGE…
const fs = require("fs");
const puppeteer = require("puppeteer-core");

const LOOKS = [[1280, "light"], [1280, "dark"], [360, "light"], [360, "dark"]];

// Width and height of what the margins leave, in millimetres.
const PAPERS = { A4: [174, 261], Letter: [179.9, 243.4] };
const PIXELS = 96 / 25.4;
const SHEETS = ".sheet:not(#prompts, #key, #support)";

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
  for (const page of pages) found.push(...(await tooLong(browser, page)));
  await browser.close();
  process.stdout.write(JSON.stringify(found));
}

async function tooLong(browser, page) {
  const found = [];
  const tab = await browser.newPage();
  await tab.emulateMediaType("print");
  await tab.goto(`file://${page}`);
  for (const [paper, [width, height]] of Object.entries(PAPERS)) {
    await tab.setViewport({ width: Math.floor(width * PIXELS), height: 844 });
    const sheets = await tab.$$eval(SHEETS, (all) => all.map((each) => [each.id, each.getBoundingClientRect().height]));
    for (const [id, high] of sheets) {
      if (high > height * PIXELS) found.push(`${page} ${paper}: ${id} is ${Math.round(high / PIXELS)} mm long`);
    }
  }
  await tab.close();
  return found;
}

main(process.argv.slice(2)).catch((error) => { console.error(error); process.exit(1); });
