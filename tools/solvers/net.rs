//! Reads the digits of a picture: two layers of filters and one that decides, for five places of eight digits each. It learns
//! from pictures that the program under test draws, any number of them, with the answers beside.

/// Pixels of the picture that the net sees: half of the drawn one's.
pub const WIDTH: usize = 90;
pub const HEIGHT: usize = 45;
pub const PLACES: usize = 5;
pub const DIGITS: usize = 8;

const SIDE: usize = 5;
const STEP: usize = 2;
const RATE: f32 = 0.001;

/// A layer of filters of 5 × 5, every second place, with what Adam remembers of each weight.
struct Filters {
    from: Shape,
    to: Shape,
    weights: Learned,
    biases: Learned,
}

#[derive(Clone, Copy)]
struct Shape {
    maps: usize,
    width: usize,
    height: usize,
}

impl Shape {
    fn size(self) -> usize {
        self.maps * self.width * self.height
    }

    fn after_filters(self, maps: usize) -> Shape {
        let less = |side: usize| (side - SIDE) / STEP + 1;
        Shape { maps, width: less(self.width), height: less(self.height) }
    }
}

struct Learned {
    values: Vec<f32>,
    slopes: Vec<f32>,
    means: Vec<f32>,
    squares: Vec<f32>,
}

impl Learned {
    fn new(count: usize, spread: f32, chance: &mut Chance) -> Learned {
        let values = (0..count).map(|_| chance.centred() * spread).collect();
        Learned { values, slopes: vec![0.0; count], means: vec![0.0; count], squares: vec![0.0; count] }
    }

    /// One step of Adam down the mean slope of a batch.
    fn step(&mut self, batch: usize, steps: i32) {
        let (first, second) = (0.9_f32, 0.999_f32);
        let (fix_first, fix_second) = (1.0 - first.powi(steps), 1.0 - second.powi(steps));
        for at in 0..self.values.len() {
            let slope = self.slopes[at] / batch as f32;
            self.slopes[at] = 0.0;
            self.means[at] = first * self.means[at] + (1.0 - first) * slope;
            self.squares[at] = second * self.squares[at] + (1.0 - second) * slope * slope;
            self.values[at] -=
                RATE * (self.means[at] / fix_first) / ((self.squares[at] / fix_second).sqrt() + 1e-8);
        }
    }
}

impl Filters {
    fn new(from: Shape, maps: usize, chance: &mut Chance) -> Filters {
        let to = from.after_filters(maps);
        let inputs = from.maps * SIDE * SIDE;
        let spread = (6.0 / inputs as f32).sqrt();
        let weights = Learned::new(maps * inputs, spread, chance);
        Filters { from, to, weights, biases: Learned::new(maps, 0.0, chance) }
    }

    /// Calls `each` with the row of outputs and the row of inputs that one weight joins, and the weight's place.
    fn rows(&self, mut each: impl FnMut(usize, usize, usize)) {
        let (from, to) = (self.from, self.to);
        for map in 0..to.maps {
            for (source, down, right) in places(from.maps) {
                let weight = ((map * from.maps + source) * SIDE + down) * SIDE + right;
                for y in 0..to.height {
                    let out = (map * to.height + y) * to.width;
                    let input = (source * from.height + y * STEP + down) * from.width + right;
                    each(out, input, weight);
                }
            }
        }
    }

    fn forward(&self, input: &[f32]) -> Vec<f32> {
        let each = self.to.width * self.to.height;
        let mut out: Vec<f32> = (0..self.to.size()).map(|at| self.biases.values[at / each]).collect();
        let width = self.to.width;
        self.rows(|row, from, weight| {
            let weight = self.weights.values[weight];
            for (out, input) in out[row..row + width].iter_mut().zip(input[from..].iter().step_by(STEP)) {
                *out += weight * input;
            }
        });
        for value in &mut out {
            *value = value.max(0.0);
        }
        out
    }

    /// Adds the slopes of one picture; returns the slopes at the inputs.
    fn backward(&mut self, input: &[f32], out: &[f32], mut slopes: Vec<f32>) -> Vec<f32> {
        for (slope, _) in slopes.iter_mut().zip(out).filter(|(_, out)| **out <= 0.0) {
            *slope = 0.0;
        }
        let (width, each) = (self.to.width, self.to.width * self.to.height);
        for (map, part) in slopes.chunks(each).enumerate() {
            self.biases.slopes[map] += part.iter().sum::<f32>();
        }
        let mut at_input = vec![0.0; input.len()];
        let mut at_weights = vec![0.0; self.weights.values.len()];
        self.rows(|row, from, weight| {
            let (value, mut sum) = (self.weights.values[weight], 0.0);
            let pairs = input[from..].iter().zip(&mut at_input[from..]).step_by(STEP);
            for (slope, (input, at_input)) in slopes[row..row + width].iter().zip(pairs) {
                sum += slope * input;
                *at_input += slope * value;
            }
            at_weights[weight] += sum;
        });
        for (slope, more) in self.weights.slopes.iter_mut().zip(at_weights) {
            *slope += more;
        }
        at_input
    }
}

fn places(maps: usize) -> impl Iterator<Item = (usize, usize, usize)> {
    (0..maps).flat_map(|map| (0..SIDE * SIDE).map(move |at| (map, at / SIDE, at % SIDE)))
}

pub struct Net {
    first: Filters,
    second: Filters,
    last: Learned,
    last_biases: Learned,
    steps: i32,
}

/// A picture, dark 1 and light 0, with its digits as numbers from 0 to 7.
pub struct Drawn {
    pub pixels: Vec<f32>,
    pub digits: [usize; PLACES],
}

impl Net {
    pub fn new(seed: u64) -> Net {
        let mut chance = Chance(seed | 1);
        let picture = Shape { maps: 1, width: WIDTH, height: HEIGHT };
        let first = Filters::new(picture, 12, &mut chance);
        let second = Filters::new(first.to, 24, &mut chance);
        let inputs = second.to.size();
        let last = Learned::new(PLACES * DIGITS * inputs, (3.0 / inputs as f32).sqrt(), &mut chance);
        Net { first, second, last, last_biases: Learned::new(PLACES * DIGITS, 0.0, &mut chance), steps: 0 }
    }

    /// Learns from some pictures at once.
    pub fn learn(&mut self, batch: &[Drawn]) {
        for drawn in batch {
            let (one, two, mut chances) = self.forward(&drawn.pixels);
            for (place, digit) in drawn.digits.iter().enumerate() {
                chances[place * DIGITS + digit] -= 1.0;
            }
            let mut at_two = vec![0.0; two.len()];
            for (out, slope) in chances.iter().enumerate() {
                self.last_biases.slopes[out] += slope;
                let row = out * two.len()..(out + 1) * two.len();
                for ((weight, at_weight), (input, at_input)) in self.last.values[row.clone()]
                    .iter()
                    .zip(&mut self.last.slopes[row])
                    .zip(two.iter().zip(&mut at_two))
                {
                    *at_weight += slope * input;
                    *at_input += slope * weight;
                }
            }
            let at_one = self.second.backward(&one, &two, at_two);
            self.first.backward(&drawn.pixels, &one, at_one);
        }
        self.steps += 1;
        for learned in [
            &mut self.first.weights,
            &mut self.first.biases,
            &mut self.second.weights,
            &mut self.second.biases,
            &mut self.last,
            &mut self.last_biases,
        ] {
            learned.step(batch.len(), self.steps);
        }
    }

    /// The likeliest digit of each place.
    pub fn reads(&self, pixels: &[f32]) -> [usize; PLACES] {
        let (_, _, chances) = self.forward(pixels);
        std::array::from_fn(|place| {
            let part = &chances[place * DIGITS..(place + 1) * DIGITS];
            (0..DIGITS).max_by(|one, other| part[*one].total_cmp(&part[*other])).unwrap_or_default()
        })
    }

    /// What both layers of filters give, and how likely each digit of each place is.
    fn forward(&self, pixels: &[f32]) -> (Vec<f32>, Vec<f32>, Vec<f32>) {
        let one = self.first.forward(pixels);
        let two = self.second.forward(&one);
        let mut out: Vec<f32> = self
            .last
            .values
            .chunks(two.len())
            .zip(&self.last_biases.values)
            .map(|(weights, bias)| {
                bias + weights.iter().zip(&two).map(|(weight, input)| weight * input).sum::<f32>()
            })
            .collect();
        for place in out.chunks_mut(DIGITS) {
            let most = place.iter().copied().fold(f32::MIN, f32::max);
            for value in &mut *place {
                *value = (*value - most).exp();
            }
            let sum: f32 = place.iter().sum();
            for value in &mut *place {
                *value /= sum;
            }
        }
        (one, two, out)
    }
}

/// Halves a picture of twice the size, of light 255 and dark 0.
pub fn halved(light: &[u8]) -> Vec<f32> {
    let wide = WIDTH * 2;
    (0..WIDTH * HEIGHT)
        .map(|at| {
            let (x, y) = (at % WIDTH * 2, at / WIDTH * 2);
            let four = [y * wide + x, y * wide + x + 1, (y + 1) * wide + x, (y + 1) * wide + x + 1];
            1.0 - four.iter().map(|at| f32::from(light[*at])).sum::<f32>() / 1020.0
        })
        .collect()
}

/// Numbers for the first weights, the same in each run.
struct Chance(u64);

impl Chance {
    /// Between -1 and 1.
    fn centred(&mut self) -> f32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 40) as f32 / (1 << 23) as f32 - 1.0
    }
}
