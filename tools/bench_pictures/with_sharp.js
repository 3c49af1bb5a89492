// sharp on one thread. `width`: makes each file from the photo, with shrink-on-load each time. `cascade`: shrinks the photo
// to 1280 once, then makes each width from the next larger one.
const fs = require("fs"), path = require("path"), readline = require("readline");
const sharp = require("sharp");

sharp.concurrency(1);
sharp.cache(false);
const [way, what, out, ...files] = process.argv.slice(2);
const WIDTHS = [1280, 640, 320, 160];
const QUALITY = { 1280: 80, 640: 80, 320: 75, 160: 75 };
const kinds = what === "both" ? ["jpg", "webp"] : ["jpg"];

function save(picture, kind, width, name) {
  const made = kind === "jpg" ? picture.jpeg({ quality: QUALITY[width] }) : picture.webp({ quality: 75 });
  return made.toFile(path.join(out, `${name}-${width}.${kind}`));
}

async function eachFromThePhoto(bytes, name) {
  for (const width of WIDTHS)
    for (const kind of kinds) await save(sharp(bytes).rotate().resize(width), kind, width, name);
}

async function eachFromTheOneAbove(bytes, name) {
  const pixels = (picture) => picture.raw().toBuffer({ resolveWithObject: true });
  const opened = ({ data, info }) =>
    sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } });
  let last = null;
  for (const width of WIDTHS) {
    last = await pixels((last ? opened(last) : sharp(bytes).rotate()).resize(width));
    for (const kind of kinds) await save(opened(last), kind, width, name);
  }
}

(async () => {
  for await (const _ of readline.createInterface({ input: process.stdin })) {
    const before = process.cpuUsage();
    for (const file of files) {
      const work = way === "width" ? eachFromThePhoto : eachFromTheOneAbove;
      await work(fs.readFileSync(file), path.parse(file).name);
    }
    const spent = process.cpuUsage(before);
    console.log(((spent.user + spent.system) / 1e6).toFixed(6));
  }
})();
