package org.whitelane.whitelist.declaration;

import org.jspecify.annotations.Nullable;
import org.whitelane.whitelist.core.Amount;

import java.time.LocalDate;

/** What somebody wants to be done with a declaration. */
public sealed interface DeclarationCommand {

    DeclarationAction action();

    record Reserve() implements DeclarationCommand {
        @Override
        public DeclarationAction action() {
            return DeclarationAction.RESERVE;
        }
    }

    /**
     * As it stands at customs.
     *
     * @param consignee id or unified social credit code of who is to get the goods
     */
    record Declare(
            String number,
            String customsOffice,
            String hsCode,
            String consignee,
            LocalDate declaredOn,
            @Nullable String remark)
            implements DeclarationCommand {
        @Override
        public DeclarationAction action() {
            return DeclarationAction.DECLARE;
        }
    }

    /**
     * @param quantity absent for all that is not released yet
     */
    record Release(@Nullable Amount quantity) implements DeclarationCommand {
        @Override
        public DeclarationAction action() {
            return DeclarationAction.RELEASE;
        }
    }

    record Refuse(String reason) implements DeclarationCommand {
        @Override
        public DeclarationAction action() {
            return DeclarationAction.REFUSE;
        }
    }

    record Return(String reason) implements DeclarationCommand {
        @Override
        public DeclarationAction action() {
            return DeclarationAction.RETURN;
        }
    }

    /**
     * @param quantity absent where nothing more arrived
     * @param last nothing more will arrive: what is still held is given back
     */
    record Receive(@Nullable Amount quantity, boolean last) implements DeclarationCommand {
        @Override
        public DeclarationAction action() {
            return last ? DeclarationAction.RECEIVE : DeclarationAction.RECEIVE_PART;
        }
    }

    record Cancel(String reason) implements DeclarationCommand {
        @Override
        public DeclarationAction action() {
            return DeclarationAction.CANCEL;
        }
    }

    /** The entry has ended. */
    record Drop(String reason) implements DeclarationCommand {
        @Override
        public DeclarationAction action() {
            return DeclarationAction.DROP;
        }
    }

    record Expire() implements DeclarationCommand {
        @Override
        public DeclarationAction action() {
            return DeclarationAction.EXPIRE;
        }
    }
}
