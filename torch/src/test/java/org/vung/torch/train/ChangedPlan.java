package org.vung.torch.train;

import java.util.LinkedHashMap;
import java.util.Map;
import org.vung.torch.train.plan.Plan;
import org.vung.torch.train.plan.PlanFile;

/** A plan with some values exchanged. */
public final class ChangedPlan {

    private ChangedPlan() {}

    /** Takes a plan as YAML, and changes that read {@code section.key=value}. */
    public static Plan of(String yaml, String... changes) {
        Map<String, String> all = new LinkedHashMap<>();
        for (String change : changes) {
            int equals = change.indexOf('=');
            all.put(change.substring(0, equals), change.substring(equals + 1));
        }
        return PlanFile.parse(yaml, all);
    }
}
