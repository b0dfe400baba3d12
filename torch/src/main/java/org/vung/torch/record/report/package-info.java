/** One page that tells a run to somebody who was not there: what was trained on what, how it went, where it errs. */
@NullMarked
package org.vung.torch.record.report;

import org.jspecify.annotations.NullMarked;
