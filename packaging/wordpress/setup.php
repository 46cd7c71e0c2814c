<?php
/**
 * Installs the WordPress that site.mjs prepared and the plugin from its zip, then creates pages as an
 * author without the right to write scripts. Prints the URLs of the pages as JSON.
 *
 *   php setup.php SITE PLUGIN.zip PASSWORD
 */

// Constants, since WordPress unsets some globals while it loads.
define( 'AUDIT_PLUGIN', $argv[2] );
define( 'AUDIT_PASSWORD', $argv[3] );
define( 'WP_INSTALLING', true );
$_SERVER['HTTP_HOST'] = 'localhost';
require $argv[1] . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
require_once ABSPATH . 'wp-admin/includes/file.php';
require_once ABSPATH . 'wp-admin/includes/plugin.php';

// A test sends no mail.
function wp_new_blog_notification() {}
ob_start();
wp_install( 'Coach', 'admin', 'admin@coach.example', false, '', AUDIT_PASSWORD );
wp_installing( false );
switch_theme( 'twentytwentythree' );

function must( $outcome ) {
	if ( is_wp_error( $outcome ) ) {
		fwrite( STDERR, $outcome->get_error_message() . "\n" );
		exit( 1 );
	}
	return $outcome;
}

WP_Filesystem();
must( unzip_file( AUDIT_PLUGIN, WP_PLUGIN_DIR ) );
must( activate_plugin( 'leadership-audit/leadership-audit.php' ) );
do_action( 'init' );

$author = must( wp_insert_user( array( 'user_login' => 'author', 'user_pass' => AUDIT_PASSWORD, 'role' => 'author' ) ) );
wp_set_current_user( $author );
if ( current_user_can( 'unfiltered_html' ) ) {
	must( new WP_Error( 'author', 'The author can write unfiltered HTML.' ) );
}

$block    = '<!-- wp:leadership-audit/audit {"form":"short","auditId":"block","loading":"eager"} /-->';
$contents = array(
	'shortcode' => "<p>Before.</p>\n\n[leadership_audit form=\"short\" audit_id=\"code\" cta_href=\"https://coach.example/?a=1&amp;b=2\" cta_label=\"Book &quot;now&quot; &#91;60 min&#93;\" onclick=\"alert(1)\"]\n\n<p>After.</p>",
	'block'     => '<!-- wp:paragraph --><p>Before.</p><!-- /wp:paragraph -->' . $block,
	'hostile'   => '[leadership_audit form="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;" cta_href="javascript:alert(1)" cta_label="Book" src="data:text/html,x"]',
	'without'   => '<p>Nothing of ours here.</p>',
	'pasted'    => '<script type="module" src="/leadership-audit.js"></script><leadership-audit></leadership-audit>',
);
$pages    = array();
foreach ( $contents as $title => $content ) {
	$post            = array( 'post_title' => $title, 'post_content' => wp_slash( $content ), 'post_status' => 'publish' );
	$id              = must( wp_insert_post( $post, true ) );
	$pages[ $title ] = home_url( '/?p=' . $id );
}
ob_end_clean();
echo wp_json_encode( $pages ), "\n";
