package org.whitelane.notification;

import org.whitelane.testing.ViewContract;

class ViewTests extends ViewContract {

    @Override
    protected String service() {
        return "notification";
    }
}
