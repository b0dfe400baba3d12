/** {@code vung translate}: pictures of pictures. */
@NullMarked
package org.vung.cli.translate;

import org.jspecify.annotations.NullMarked;
