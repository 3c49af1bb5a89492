// Makes and inspects pictures in a page of its own: drawn on a canvas, read pixel by pixel. It needs scripts, so it is never the
// page that is tested.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

// The colour of a cover, from pictures/src/cover.rs. JPEG changes it a little.
const FILL = [124, 127, 130];
const FILL_MOVES = 6;

// A real photo of two people side by side, or null if there are no real photos.
export function twoPeople() {
  const folder = process.env.KINLIGHT_PHOTOS;
  try {
    return folder ? readFileSync(join(folder, 'faces', 'two-people.jpg')) : null;
  } catch {
    return null;
  }
}

export class Darkroom {
  constructor(page) { this.page = page; }

  // Two heads close together in a 4:5 picture, as in a family's photo: from one photo of two people, or from two drawn portraits.
  closeTogether(photos) {
    return this.draw(photos, ({ images, pen }) => {
      pen.canvas.width = 840;
      pen.canvas.height = 1050;
      pen.fillStyle = '#23313b';
      pen.fillRect(0, 0, 840, 1050);
      for (const [at, from] of [[0, 0.107], [420, 0.556]]) {
        const [image, left, width] = images.length > 1 ? [images[at / 420], 0, 1] : [images[0], from, 0.281];
        const part = [left * image.width, width * image.width];
        pen.drawImage(image, part[0], 0, part[1], image.height, at, 0, 420, (420 * image.height) / part[1]);
      }
    });
  }

  // Hills and a sky, with nobody in it.
  landscape() {
    return this.draw([], ({ pen }) => {
      pen.canvas.width = 800;
      pen.canvas.height = 1000;
      const sky = pen.createLinearGradient(0, 0, 0, 1000);
      sky.addColorStop(0, '#8fb7d9');
      sky.addColorStop(0.55, '#f3e2c4');
      sky.addColorStop(0.56, '#5d7a4a');
      sky.addColorStop(1, '#2f4528');
      pen.fillStyle = sky;
      pen.fillRect(0, 0, 800, 1000);
    });
  }

  // Random shapes, unlike any other picture: a photo that looks like one that was taken down would need an explanation.
  nobodyElse() {
    return this.draw([], ({ pen }) => {
      const some = (most) => Math.floor(Math.random() * most);
      pen.canvas.width = 800;
      pen.canvas.height = 1000;
      pen.fillStyle = `hsl(${some(360)} 30% 70%)`;
      pen.fillRect(0, 0, 800, 1000);
      for (let shape = 0; shape < 24; shape += 1) {
        pen.fillStyle = `hsl(${some(360)} 45% ${20 + some(60)}%)`;
        pen.fillRect(some(800) - 100, some(1000) - 100, 80 + some(300), 80 + some(300));
      }
    });
  }

  async draw(photos, how) {
    const urls = photos.map((photo) => `data:image;base64,${photo.toString('base64')}`);
    const drawn = await this.page.evaluate(async ([from, source]) => {
      const images = from.map((url) => Object.assign(new Image(), { src: url }));
      await Promise.all(images.map((image) => image.decode()));
      const pen = document.createElement('canvas').getContext('2d');
      // The function is passed into the page as its source text.
      (0, eval)(`(${source})`)({ images, pen });
      return pen.canvas.toDataURL('image/jpeg', 0.92);
    }, [urls, how.toString()]);
    return Buffer.from(drawn.split(',')[1], 'base64');
  }

  // The share of an area that has the colour of a cover; the area is in percent: left, top, width, height.
  async covered(picture, [left, top, width, height]) {
    const url = `data:image;base64,${picture.toString('base64')}`;
    return this.page.evaluate(async ([from, area, fill, moves]) => {
      const image = new Image();
      image.src = from;
      await image.decode();
      const pen = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height })
        .getContext('2d');
      pen.drawImage(image, 0, 0);
      const [x, y, w, h] = [area[0] * image.width, area[1] * image.height, area[2] * image.width, area[3] * image.height]
        .map((part) => Math.round(part / 100));
      const { data } = pen.getImageData(x, y, w, h);
      let same = 0;
      for (let at = 0; at < data.length; at += 4) {
        same += fill.every((value, channel) => Math.abs(data[at + channel] - value) <= moves);
      }
      return same / (data.length / 4);
    }, [url, [left, top, width, height], FILL, FILL_MOVES]);
  }
}
