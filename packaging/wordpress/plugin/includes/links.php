<?php
/**
 * The addresses that an author types: mended where it is plain what was meant, else named.
 *
 * @package LeadershipAudit
 */

namespace LeadershipAudit;

defined( 'ABSPATH' ) || exit;

/** What no reader sees or what turns text around, white space, and what browsers read as another character. */
const NOT_PLAIN = '/[\p{Cc}\p{Z}\x{ad}\x{34f}\x{61c}\x{115f}\x{1160}\x{17b4}\x{17b5}\x{180b}-\x{180f}\x{200b}-\x{200f}'
	. '\x{202a}-\x{202e}\x{2060}-\x{206f}\x{2800}\x{3164}\x{fe00}-\x{fe0f}\x{feff}\x{ffa0}\x{fff0}-\x{fffb}'
	. '\x{1bca0}-\x{1bca3}\x{1d173}-\x{1d17a}\x{e0000}-\x{e0fff}\\\\"<>]/u';
/** A host that shows, or a mailbox. */
const LINK = '~^(https://(?![-.]*(?:[:/?#]|$))(?:[a-z\d.-]|[^\x{0}-\x{7f}])+(?::\d*)?(?:[/?#]|$)|mailto:[^@?]+@[^@?]+(?:\?|$))~iu';
/** As people type an address: calendly.com/coach, noor@coach.example. By the rules of site/link.js. */
const WITHOUT_HTTPS  = '~^(?:[\p{L}\p{N}][\p{L}\p{N}-]*\.)+\p{L}{2,}(?::\d+)?(?:[/?#]|$)~u';
const WITHOUT_MAILTO = '~^[^\s@:/?#]+@(?:[\p{L}\p{N}][\p{L}\p{N}-]*\.)+\p{L}{2,}$~u';

/** Whether an address is a link that the element shows, by the rule of crates/app/src/attributes/link.rs. */
function is_shown_as_link( string $address ): bool {
	return 0 === preg_match( NOT_PLAIN, $address ) && 1 === preg_match( LINK, $address );
}

/** An address with the scheme that was left out. */
function mended( string $address ): string {
	if ( 1 === preg_match( WITHOUT_HTTPS, $address ) ) {
		return 'https://' . $address;
	}
	return 1 === preg_match( WITHOUT_MAILTO, $address ) ? 'mailto:' . $address : $address;
}

/** Why the link at the end is missing; empty where it is not. */
function why_no_link( string $address, string $label ): string {
	if ( '' === $address && '' === $label ) {
		return '';
	}
	if ( '' === $label ) {
		return __( 'The link at the end is left out: it has no text.', 'leadership-audit' );
	}
	if ( '' === $address ) {
		return __( 'The link at the end is left out: it has no address.', 'leadership-audit' );
	}
	if ( is_shown_as_link( $address ) ) {
		return '';
	}
	if ( 0 === stripos( $address, 'http://' ) ) {
		return __( 'The link at the end is left out: its address begins with http://. Use the one that begins with https://.', 'leadership-audit' );
	}
	return __( 'The link at the end is left out. Its address needs https:// or mailto:, and a host without a user’s name or hidden characters before it.', 'leadership-audit' );
}

/** A line for whoever can mend it; visitors see nothing. */
function note_for_editors( string $note ): string {
	if ( '' === $note || ! current_user_can( 'edit_posts' ) ) {
		return '';
	}
	/* translators: %s: what is wrong with a setting. */
	return '<p><small>' . esc_html( sprintf( __( 'Only editors see this: %s', 'leadership-audit' ), $note ) ) . '</small></p>';
}
