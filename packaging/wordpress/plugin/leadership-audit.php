<?php
/**
 * Plugin Name:       Leadership Audit
 * Description:       A self-assessment for leaders, as a block and as the shortcode [leadership_audit]. It runs in the visitor’s browser and sends nothing by itself.
 * Version:           @VERSION@
 * Requires at least: 6.1
 * Requires PHP:      7.4
 * Author:            The Leadership Audit authors
 * License:           MIT
 * License URI:       https://spdx.org/licenses/MIT.html
 * Text Domain:       leadership-audit
 * Domain Path:       /languages
 *
 * Under the MIT licence, which the GPL of WordPress is compatible with, or Apache 2.0, at your option.
 *
 * @package LeadershipAudit
 */

namespace LeadershipAudit;

defined( 'ABSPATH' ) || exit;

const VERSION = '@VERSION@';
const PLUGIN  = __FILE__;
/** Of the script on the page, and in front of the one in the editor. */
const HANDLE = 'leadership-audit';

require __DIR__ . '/includes/options.php';
require __DIR__ . '/includes/translation.php';
require __DIR__ . '/includes/links.php';
require __DIR__ . '/includes/copies.php';
require __DIR__ . '/includes/element.php';
require __DIR__ . '/includes/block.php';
require __DIR__ . '/includes/optimisers.php';

add_action( 'init', __NAMESPACE__ . '\load_translation', 1 );
add_action( 'init', __NAMESPACE__ . '\register_shortcode' );
add_action( 'init', __NAMESPACE__ . '\register_block' );
add_action( REMOVAL, __NAMESPACE__ . '\remove_copy' );
register_activation_hook( __FILE__, __NAMESPACE__ . '\activate' );
register_deactivation_hook( __FILE__, __NAMESPACE__ . '\deactivate' );
