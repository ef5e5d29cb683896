package org.whitelane.registry;

import org.whitelane.testing.ViewContract;

class ViewTests extends ViewContract {

    @Override
    protected String service() {
        return "registry";
    }
}
