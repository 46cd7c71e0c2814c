//! Marks the functions at which the browser program is split into parts. `wasm-split-cli` cuts a
//! release there, by the names of symbols; every other build stays in one piece.

use proc_macro::TokenStream;
use quote::{format_ident, quote};
use syn::spanned::Spanned;
use syn::{Error, FnArg, GenericArgument, Ident, ItemFn, PathArguments, Signature, Type};

/// Puts a function, with everything that only such functions reach, into a part of the program that
/// is fetched on demand.
///
/// The first parameter is a token of type `Linked<P>`, the proof that the part is linked; the part
/// is called `P` in lower case. The function has to be free, without generics, and not `async`.
#[proc_macro_attribute]
pub fn split(_: TokenStream, item: TokenStream) -> TokenStream {
    let function = syn::parse_macro_input!(item as ItemFn);
    entry(&function).unwrap_or_else(|error| error.into_compile_error().into())
}

fn entry(function: &ItemFn) -> Result<TokenStream, Error> {
    let ItemFn {
        attrs,
        vis,
        sig,
        block,
        ..
    } = function;
    let part = part(sig)?;
    let hash = unique(&sig.ident);
    let name = |role: &str| {
        let function = &sig.ident;
        format_ident!("__wasm_split_00{part}00_{role}_{hash}_{function}")
    };
    let (import, export) = (name("import"), name("export"));
    let arguments: Vec<Ident> = (0..sig.inputs.len())
        .map(|place| format_ident!("argument_{place}"))
        .collect();
    let types = sig.inputs.iter().filter_map(|input| match input {
        FnArg::Typed(typed) => Some(&typed.ty),
        FnArg::Receiver(_) => None,
    });
    let parameters = quote! { #(#arguments: #types),* };
    let (this, patterns, output) = (&sig.ident, &sig.inputs, &sig.output);
    Ok(quote! {
        #[cfg(any(not(target_family = "wasm"), debug_assertions))]
        #(#attrs)*
        #vis #sig #block

        // The tool puts the call of the import through to the export, in whichever file that is.
        #[cfg(all(target_family = "wasm", not(debug_assertions)))]
        #(#attrs)*
        #vis fn #this(#parameters) #output {
            #[link(wasm_import_module = "__wasm_split_placeholder__")]
            #[allow(improper_ctypes)]
            unsafe extern "C" {
                #[unsafe(no_mangle)]
                safe fn #import(#parameters) #output;
            }
            #[allow(improper_ctypes_definitions)]
            #[unsafe(no_mangle)]
            extern "C" fn #export(#patterns) #output #block
            #import(#(#arguments),*)
        }
    }
    .into())
}

/// The name of the part, out of the type of the token.
fn part(sig: &Signature) -> Result<String, Error> {
    let token = sig.inputs.first().and_then(|input| match input {
        FnArg::Typed(typed) => last_segment(&typed.ty),
        FnArg::Receiver(_) => None,
    });
    let part = token
        .filter(|token| token.ident == "Linked")
        .and_then(|token| match &token.arguments {
            PathArguments::AngleBracketed(generics) => generics.args.first(),
            _ => None,
        })
        .and_then(|argument| match argument {
            GenericArgument::Type(part) => last_segment(part),
            _ => None,
        })
        .map(|part| part.ident.to_string().to_lowercase());
    part.ok_or_else(|| {
        let place = sig.inputs.first().map_or(sig.span(), Spanned::span);
        Error::new(place, "the first parameter of an entry is a `Linked<Part>`")
    })
}

fn last_segment(ty: &Type) -> Option<&syn::PathSegment> {
    match ty {
        Type::Path(path) => path.path.segments.last(),
        _ => None,
    }
}

/// 32 hexadecimal digits that no other entry has: a hash (FNV-1a) of where the function is.
fn unique(function: &Ident) -> String {
    let span = function.span().unwrap();
    let place = format!("{}:{}:{function}", span.file(), span.line());
    let hash = place.bytes().fold(
        0x6c62_272e_07bb_0142_62b8_2175_6295_c58d,
        |hash: u128, byte| (hash ^ u128::from(byte)).wrapping_mul(0x0100_0000_0000_0000_0000_013b),
    );
    format!("{hash:032x}")
}
