/** The processes of a training, tried one by one. */
@NullMarked
package org.vung.cli.train;

import org.jspecify.annotations.NullMarked;
