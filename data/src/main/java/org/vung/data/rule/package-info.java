/** Rules read from YAML. */
@NullMarked
package org.vung.data.rule;

import org.jspecify.annotations.NullMarked;
