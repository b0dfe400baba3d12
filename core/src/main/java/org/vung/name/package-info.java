/** Names and options that people type. */
@NullMarked
package org.vung.name;

import org.jspecify.annotations.NullMarked;
