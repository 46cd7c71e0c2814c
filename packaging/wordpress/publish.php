<?php
/**
 * Publishes what an author without the right to write scripts has written, and prints the URL of the page.
 *
 *   php publish.php SITE CONTENT
 */

define( 'AUDIT_CONTENT', $argv[2] );
$_SERVER['HTTP_HOST'] = 'localhost';
require $argv[1] . '/wp-load.php';

$author = get_user_by( 'login', 'author' );
wp_set_current_user( $author->ID );
if ( current_user_can( 'unfiltered_html' ) ) {
	fwrite( STDERR, "The author can write unfiltered HTML.\n" );
	exit( 1 );
}
$post = array( 'post_title' => 'Page', 'post_content' => wp_slash( AUDIT_CONTENT ), 'post_status' => 'publish' );
echo home_url( '/?p=' . wp_insert_post( $post ) );
