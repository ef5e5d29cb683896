package org.whitelane.approval;

import org.whitelane.testing.ViewContract;

class ViewTests extends ViewContract {

    @Override
    protected String service() {
        return "approval";
    }
}
