//! One file a gateway, by its id. A new one is its file, its two lines here, and what it answers in
//! `tests/gateways/ID.jsonl`.

mod adyen;
mod airwallex;
mod amazon_pay;
mod authorize_net;
mod avarda;
mod braintree;
mod briqpay;
mod btcpay;
mod checkoutcom;
mod dintero;
mod flutterwave;
mod gocardless;
mod iyzico;
mod kco;
mod klarna_payments;
mod mercadopago;
mod midtrans;
mod mollie;
mod multisafepay;
mod nexi_checkout;
mod opayo;
mod pay_nl;
mod payfast;
mod payment_plugins_stripe;
mod paypal_payments;
mod paypal_standard;
mod paystack;
mod paytrail;
mod payu;
mod przelewy24;
mod qliro;
mod quickpay;
mod razorpay;
mod redsys;
mod resurs;
mod square;
mod stripe;
mod svea;
mod swedbank_pay;
mod swish_bjorntech;
mod vipps_mobilepay;
mod viva;
mod walley;
mod woopayments;
mod worldpay;
mod xendit;

use super::endpoint::{Ask, Endpoint, Job, Never, Sent};
use super::fact::{Known, Sure};
use super::marks::{Marks, VersionedFile};
use super::provider::{Addresses, Provider, Redirects, Repeats};
use super::reply::{Body, Reply, Says};
use super::via::Via;
use super::{Fault, Gateway, Inbound, OldestWorking, Version};
use crate::probe::Method;

/// Every gateway that is known, by name.
pub static GATEWAYS: &[&Gateway] = &[
    &adyen::GATEWAY,
    &airwallex::GATEWAY,
    &amazon_pay::GATEWAY,
    &authorize_net::GATEWAY,
    &avarda::GATEWAY,
    &braintree::GATEWAY,
    &briqpay::GATEWAY,
    &btcpay::GATEWAY,
    &checkoutcom::GATEWAY,
    &dintero::GATEWAY,
    &flutterwave::GATEWAY,
    &gocardless::GATEWAY,
    &iyzico::GATEWAY,
    &klarna_payments::GATEWAY,
    &kco::GATEWAY,
    &mercadopago::GATEWAY,
    &midtrans::GATEWAY,
    &mollie::GATEWAY,
    &multisafepay::GATEWAY,
    &nexi_checkout::GATEWAY,
    &opayo::GATEWAY,
    &pay_nl::GATEWAY,
    &payfast::GATEWAY,
    &paypal_payments::GATEWAY,
    &paypal_standard::GATEWAY,
    &paystack::GATEWAY,
    &paytrail::GATEWAY,
    &payu::GATEWAY,
    &przelewy24::GATEWAY,
    &qliro::GATEWAY,
    &quickpay::GATEWAY,
    &razorpay::GATEWAY,
    &redsys::GATEWAY,
    &resurs::GATEWAY,
    &square::GATEWAY,
    &stripe::GATEWAY,
    &payment_plugins_stripe::GATEWAY,
    &svea::GATEWAY,
    &swedbank_pay::GATEWAY,
    &swish_bjorntech::GATEWAY,
    &vipps_mobilepay::GATEWAY,
    &viva::GATEWAY,
    &walley::GATEWAY,
    &woopayments::GATEWAY,
    &worldpay::GATEWAY,
    &xendit::GATEWAY,
];

/// The first one that was taught.
pub(super) const KUSTOM: &Gateway = &kco::GATEWAY;
