//! What columns, settings and values may be called: the one table of names.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use json::visible::clean;

use super::{Asked, Column, Setting};

/// The names of each column in lower case, its own first; then those of the other languages of the product.
const COLUMNS: &[(Column, &[&str])] = &[
    (
        Column::Scale,
        &[
            "scale",
            "scales",
            "direction",
            "dimension",
            "factor",
            "skala",
            "échelle",
            "echelle",
            "escala",
            "尺度",
            "المقياس",
        ],
    ),
    (
        Column::Statement,
        &[
            "statement",
            "item",
            "question",
            "stem",
            "aussage",
            "frage",
            "énoncé",
            "enonce",
            "affirmation",
            "afirmación",
            "afirmacion",
            "pregunta",
            "afirmação",
            "afirmacao",
            "pergunta",
            "設問",
            "質問",
            "العبارة",
            "السؤال",
        ],
    ),
    (
        Column::Facet,
        &["facet", "facette", "faceta", "側面", "الجانب"],
    ),
    (
        Column::Reversed,
        &[
            "reversed",
            "reverse",
            "keying",
            "umgekehrt",
            "umgepolt",
            "invertiert",
            "inversé",
            "inverse",
            "invertido",
            "inverso",
            "inversa",
            "逆転",
            "逆転項目",
            "معكوسة",
        ],
    ),
    (
        Column::Form,
        &[
            "form",
            "fassung",
            "forme",
            "formulaire",
            "forma",
            "versão",
            "versao",
            "版",
            "النسخة",
        ],
    ),
    (
        Column::Id,
        &["id", "item id", "kennung", "identifiant", "identificador"],
    ),
    (
        Column::Observer,
        &[
            "observer",
            "beobachter",
            "observateur",
            "observador",
            "他者用",
            "للآخرين",
        ],
    ),
    (
        Column::Asked,
        &["asked", "position", "reihenfolge", "ordre", "orden"],
    ),
    (
        Column::AskedShort,
        &[
            "asked in short",
            "position in short",
            "reihenfolge kurz",
            "ordre court",
            "orden corto",
        ],
    ),
    (
        Column::Option,
        &[
            "option",
            "options",
            "answer",
            "answers",
            "response",
            "antwort",
            "antworten",
            "réponse",
            "reponse",
            "respuesta",
            "opción",
            "opcion",
            "opção",
            "opcao",
            "resposta",
            "選択肢",
            "回答",
            "الخيار",
            "الإجابة",
        ],
    ),
    (
        Column::Setting,
        &[
            "setting",
            "settings",
            "einstellung",
            "réglage",
            "reglage",
            "paramètre",
            "parametre",
            "ajuste",
            "configuração",
            "configuracao",
            "設定",
            "الإعداد",
        ],
    ),
    (
        Column::Value,
        &["value", "wert", "valeur", "valor", "値", "القيمة"],
    ),
    (
        Column::Name,
        &[
            "name",
            "label",
            "bezeichnung",
            "nom",
            "nombre",
            "nome",
            "名称",
            "الاسم",
        ],
    ),
    (
        Column::Who,
        &[
            "who",
            "who it is about",
            "wer",
            "qui",
            "quién",
            "quien",
            "quem",
            "対象",
            "من",
        ],
    ),
    (
        Column::Why,
        &[
            "why",
            "why it matters",
            "warum",
            "pourquoi",
            "por qué",
            "por que",
            "por quê",
            "理由",
            "لماذا",
        ],
    ),
    (
        Column::Low,
        &["low", "niedrig", "bas", "bajo", "baixo", "低", "منخفض"],
    ),
    (
        Column::Middle,
        &["middle", "mittel", "moyen", "medio", "médio", "中", "متوسط"],
    ),
    (
        Column::High,
        &["high", "hoch", "haut", "alto", "高", "مرتفع"],
    ),
    (
        Column::Error,
        &["error", "sem", "standard error", "messfehler", "erreur"],
    ),
    (Column::ErrorItems, &["error items"]),
    (Column::ErrorPeople, &["error n"]),
    (Column::ErrorCoefficient, &["error coefficient"]),
    (Column::Retest, &["retest error"]),
    (Column::RetestItems, &["retest error items"]),
    (Column::RetestPeople, &["retest error n"]),
    (Column::RetestCoefficient, &["retest error coefficient"]),
    (Column::About, &["about", "über", "à propos", "acerca de"]),
    (
        Column::Try,
        &["try", "try this", "versuch", "essayer", "probar"],
    ),
    (Column::Pulse, &["pulse", "puls", "pouls", "pulso"]),
    (
        Column::Number,
        &[
            "number",
            "no",
            "no.",
            "nr",
            "nr.",
            "n°",
            "nº",
            "#",
            "nummer",
            "numéro",
            "número",
            "番号",
            "الرقم",
        ],
    ),
];

/// The names of each setting, as of columns.
const SETTINGS: &[(Setting, &[&str])] = &[
    (
        Setting::Title,
        &[
            "title",
            "titel",
            "titre",
            "título",
            "titulo",
            "タイトル",
            "العنوان",
        ],
    ),
    (
        Setting::Id,
        &["id", "kennung", "identifiant", "identificador"],
    ),
    (Setting::Version, &["version", "versión"]),
    (
        Setting::Language,
        &["language", "sprache", "langue", "idioma", "言語", "اللغة"],
    ),
    (
        Setting::DoesNotApply,
        &[
            "does not apply",
            "not applicable",
            "trifft nicht zu",
            "ne s’applique pas",
            "ne s'applique pas",
            "no se aplica",
            "não se aplica",
            "nao se aplica",
            "当てはまらない",
            "لا ينطبق",
        ],
    ),
    (
        Setting::MiddleFrom,
        &[
            "middle from",
            "mittel ab",
            "moyen à partir de",
            "medio desde",
        ],
    ),
    (
        Setting::HighFrom,
        &["high from", "hoch ab", "haut à partir de", "alto desde"],
    ),
    (Setting::WordingVersion, &["wording version"]),
    (Setting::WordingState, &["wording state"]),
    (Setting::Spread, &["spread"]),
    (Setting::SpreadPeople, &["spread n"]),
    (Setting::SpreadCoefficient, &["spread coefficient"]),
    (Setting::FacetError, &["facet error"]),
    (Setting::FacetErrorItems, &["facet error items"]),
    (Setting::FacetErrorPeople, &["facet error n"]),
    (Setting::FacetErrorCoefficient, &["facet error coefficient"]),
];

const YES: &[&str] = &[
    "yes",
    "y",
    "x",
    "1",
    "1.0",
    "1,0",
    "true",
    "r",
    "rev",
    "reverse",
    "reversed",
    "✓",
    "✔",
    "✗",
    "ja",
    "j",
    "wahr",
    "umgekehrt",
    "oui",
    "o",
    "vrai",
    "sí",
    "si",
    "s",
    "verdadero",
    "sim",
    "verdadeiro",
    "はい",
    "نعم",
];
const NO: &[&str] = &[
    "no",
    "n",
    "0",
    "false",
    "f",
    "forward",
    "+",
    "nein",
    "falsch",
    "non",
    "faux",
    "falso",
    "não",
    "nao",
    "いいえ",
    "لا",
];
const SHORT: &[&str] = &[
    "short",
    "both",
    "kurz",
    "court",
    "courte",
    "corto",
    "corta",
    "curta",
    "短縮版",
    "مختصرة",
];
const FULL: &[&str] = &[
    "full",
    "long",
    "lang",
    "voll",
    "complet",
    "complète",
    "completo",
    "completa",
    "完全版",
    "كاملة",
];
const NONE: &[&str] = &[
    "none",
    "keine",
    "aucune",
    "aucun",
    "ninguna",
    "ninguno",
    "nenhuma",
    "nenhum",
    "なし",
    "لا شيء",
];

/// A word as it is compared: cleaned, in lower case, full-width letters as others, and without the
/// marks that people put behind it.
pub(crate) fn plain(text: &str) -> String {
    let narrow = |letter: char| match letter {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(letter) - 0xfee0).unwrap_or(letter),
        '\u{a0}' | '\u{202f}' | '\u{3000}' | '_' => ' ',
        other => other,
    };
    let text: String = text.chars().take(200).map(narrow).collect();
    let text = clean(&text, false).to_lowercase();
    text.trim_end_matches(['*', ':', ' ']).to_owned()
}

/// The column of this name, which is plain.
pub(super) fn column(name: &str) -> Option<Column> {
    static BY_NAME: OnceLock<BTreeMap<&str, Column>> = OnceLock::new();
    let by_name = BY_NAME.get_or_init(|| {
        let names = COLUMNS.iter();
        let names = names.flat_map(|(column, names)| names.iter().map(|name| (*name, *column)));
        names.collect()
    });
    by_name.get(name).copied()
}

/// The name that this program gives a column.
pub(crate) fn name(column: Column) -> &'static str {
    let found = COLUMNS.iter().find(|(one, _)| *one == column);
    found
        .and_then(|(_, names)| names.first())
        .copied()
        .unwrap_or_default()
}

/// The name that this program gives a setting.
pub(crate) fn setting_name(setting: Setting) -> &'static str {
    let found = SETTINGS.iter().find(|(one, _)| *one == setting);
    found
        .and_then(|(_, names)| names.first())
        .copied()
        .unwrap_or_default()
}

/// The setting of this name.
pub(crate) fn setting(text: &str) -> Option<Setting> {
    let name = plain(text);
    let found = SETTINGS
        .iter()
        .find(|(_, names)| names.contains(&name.as_str()));
    found.map(|(setting, _)| *setting)
}

/// Yes or no.
pub(crate) fn yes_or_no(text: &str) -> Option<bool> {
    let text = plain(text);
    let is = |words: &[&str]| words.contains(&text.as_str());
    match (is(YES), text.is_empty() || is(NO)) {
        (true, _) => Some(true),
        (_, true) => Some(false),
        _ => None,
    }
}

/// The forms that ask a statement.
pub(crate) fn form(text: &str) -> Option<Asked> {
    let text = plain(text);
    let is = |words: &[&str]| words.contains(&text.as_str());
    match text.as_str() {
        "" => Some(Asked::Full),
        _ if is(FULL) => Some(Asked::Full),
        _ if is(SHORT) => Some(Asked::Both),
        _ if is(NONE) => Some(Asked::Neither),
        _ => None,
    }
}
