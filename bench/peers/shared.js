// Parts every hand-written candidate needs anyway, written once so that the
// comparison is of rendering technique and not of scoring code.
export const definition = () => JSON.parse(document.getElementById("items").textContent);

const key = (def) => "answers:" + def.id;

export function load(def) {
  try {
    const s = JSON.parse(localStorage.getItem(key(def)));
    if (s && s.a.length === def.items.length) return s;
  } catch {}
  return { i: 0, a: def.items.map(() => 0) };
}

export function save(def, i, a) {
  try {
    localStorage.setItem(key(def), JSON.stringify({ i, a }));
  } catch {}
}

export const scores = (def, a) =>
  def.scales.map((s) => {
    let sum = 0,
      n = 0;
    def.items.forEach((it, i) => {
      if (it.scale === s.id && a[i]) {
        sum += a[i];
        n++;
      }
    });
    return { label: s.label, mean: n ? sum / n : 0 };
  });

export const chart = (rows) =>
  '<svg viewBox="0 0 300 90" role="img" aria-label="Mean score per scale">' +
  rows
    .map(
      (r, i) =>
        `<text x="0" y="${i * 30 + 20}">${r.label}</text><rect x="70" y="${i * 30 + 6}" width="${((r.mean - 1) * 45).toFixed(1)}" height="18"/><text x="255" y="${i * 30 + 20}">${r.mean.toFixed(2)}</text>`,
    )
    .join("") +
  "</svg>";

export function download(def, a) {
  const out = {
    id: def.id,
    answers: Object.fromEntries(def.items.map((it, i) => [it.id, a[i]])),
    scores: scores(def, a),
  };
  const url = URL.createObjectURL(
    new Blob([JSON.stringify(out, null, 1)], { type: "application/json" }),
  );
  const el = document.createElement("a");
  el.href = url;
  el.download = def.id + ".json";
  el.click();
  setTimeout(() => URL.revokeObjectURL(url));
}
