<?php
/**
 * Imitates the script modules of WordPress 6.5 on an older one, where the address says ?modules:
 * the two functions that the plugin meets there, with the tag that 6.5 prints.
 */

if ( isset( $_GET['modules'] ) && ! function_exists( 'wp_enqueue_script_module' ) ) {
	function wp_enqueue_script_module( $id, $src = '', $deps = array(), $version = false ) {
		static $printed = array();
		if ( isset( $printed[ $id ] ) ) {
			return;
		}
		$printed[ $id ] = true;
		$src           .= null === $version ? '' : '?ver=' . ( $version ? $version : get_bloginfo( 'version' ) );
		$print          = static function () use ( $id, $src ) {
			wp_print_script_tag( array( 'type' => 'module', 'src' => $src, 'id' => $id . '-js-module' ) );
		};
		add_action( 'wp_footer', $print );
	}
}
