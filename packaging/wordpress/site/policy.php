<?php
/**
 * Sends the policy of a strict site, where the address says ?policy.
 */

if ( isset( $_GET['policy'] ) ) {
	header( "Content-Security-Policy: script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'" );
}
