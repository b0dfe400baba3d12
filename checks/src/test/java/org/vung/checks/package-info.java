/** Tests over the whole house: arrows, names, the contract of every method, the README. */
@NullMarked
package org.vung.checks;

import org.jspecify.annotations.NullMarked;
