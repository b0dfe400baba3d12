/** Another library's time for the same network. */
@NullMarked
package org.vung.cli.model.bench;

import org.jspecify.annotations.NullMarked;
