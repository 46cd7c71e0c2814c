// The figures of a run: medians over a candidate's samples, quantiles over all its presses.
import { median, quantile } from "./stats.mjs";

const sum = (numbers) => numbers.reduce((total, one) => total + one, 0);
const MB = 1e6;

export class Samples {
  #run;

  constructor(run) {
    this.#run = run;
  }

  of(name, phase) {
    return this.#run.samples[name]?.[phase] ?? [];
  }

  /** Median of what `figure` reads from each sample; null if there is none. */
  middle(name, phase, figure) {
    return median(this.of(name, phase).map((sample) => figure(sample) ?? null));
  }

  /** Quantile over everything that all samples list. */
  pooled(name, phase, list, q) {
    return quantile(
      this.of(name, phase).flatMap((sample) => list(sample) ?? []),
      q,
    );
  }

  /** Everything that a whole audit asks for: path, raw, gzipped and as sent, in bytes. */
  files(name) {
    const [whole] = this.of(name, "whole");
    return whole ? [...whole.requests, ...(whole.later ?? [])] : [];
  }

  bytes(name, kind = "wire") {
    const files = this.files(name);
    return files.length ? sum(files.map((file) => file[kind])) : null;
  }

  /** Milliseconds until the results are there after the last Next. */
  results(name, phase) {
    return this.middle(name, phase, ({ toResults }) => toResults);
  }

  /** Heap, buffers and WebAssembly memories above a bare page, with the results on screen, in MB. */
  memory(name) {
    const all = ({ js, buffers, wasm }) => (js + buffers + wasm) / MB;
    const bare = this.middle("bare", "bare", ({ heap }) => all(heap));
    const own = this.middle(name, "load", ({ heapAtResults: h }) => h && all(h));
    return own === null || bare === null ? null : own - bare;
  }

  /** What stayed behind, in bytes and DOM nodes; null if not measured. */
  growth(name, phase) {
    const [sample] = this.of(name, phase);
    if (!sample) return null;
    const { before, after } = sample.growth;
    const grown = (key) => after[key] - before[key];
    return { bytes: grown("js") + grown("buffers") + grown("wasm"), nodes: grown("nodes") };
  }

  /** What an item costs at the end of a long questionnaire, as a multiple of the beginning. */
  drift(name, phase) {
    return this.middle(name, phase, ({ steps }) => {
      const part = Math.min(100, Math.floor(steps.length / 4));
      return median(steps.slice(-part)) / median(steps.slice(0, part));
    });
  }

  /** Early presses: how many came before the program, and how many of those were stored later. */
  early(name) {
    const all = this.of(name, "load slow").filter(({ early }) => early);
    const before = all.filter(({ early, alive }) => early.pressed < alive);
    return { before: before.length, stored: before.filter(({ early }) => early.stored).length };
  }

  long(name) {
    const walks = [...this.of(name, "walk"), ...this.of(name, "walk cpu4")];
    const all = walks.flatMap(({ longInWalk }) => longInWalk);
    return walks.length
      ? { count: all.length, longest: Math.max(0, ...all.map((l) => l.duration)) }
      : null;
  }
}
