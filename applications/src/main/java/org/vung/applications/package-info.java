/** Five applications, from medicine to forest fires, each of which ends in a decision and a picture. */
@NullMarked
package org.vung.applications;

import org.jspecify.annotations.NullMarked;
