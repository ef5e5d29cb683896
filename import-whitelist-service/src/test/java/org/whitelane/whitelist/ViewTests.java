package org.whitelane.whitelist;

import org.whitelane.testing.ViewContract;

class ViewTests extends ViewContract {

    @Override
    protected String service() {
        return "whitelist";
    }
}
