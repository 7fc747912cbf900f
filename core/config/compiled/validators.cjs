// Generated from the schemas in schemas/ by `npm run gen`: do not edit.
"use strict";
exports.sections = validate0;
const schema0 = {"additionalProperties":false,"type":"object","required":["tier","client","environment"],"properties":{"tier":{"additionalProperties":false,"title":"tier","description":"Which tier this environment has","type":"object","required":["name","security_profile"],"properties":{"name":{"title":"tier","description":"Name of the tier","type":"string"},"version":{"title":"version","pattern":"^[0-9A-Za-z.+-]{1,64}$","description":"Version of these definitions","examples":["1.0.0"],"type":"string"},"description":{"title":"description","pattern":"^[\\u0020-\\u007E\\u00A1-\\u00FF]{1,1000}$","description":"What it is for, in one line: 1 to 1,000 characters of ASCII or Latin-1","type":"string"},"security_profile":{"title":"security profile","pattern":"^[a-z]+-[0-9]{1,3}$","description":"Security profile that counts: the tier and its number of groups","examples":["startup-5"],"type":"string"}}},"client":{"additionalProperties":false,"title":"client","description":"Whose environment it is","type":"object","required":["company_name","company_prefix","account_id","tenant_id"],"properties":{"company_name":{"title":"company name","minLength":1,"maxLength":128,"description":"The company's full name","examples":["Edge Corp"],"type":"string"},"company_prefix":{"title":"company prefix","pattern":"^[a-z][a-z0-9]{1,9}$","description":"2 to 10 lower-case letters and digits, the first a letter; no hyphen, since the names of one prefix would then lie within the scope of another","examples":["edge"],"type":"string"},"account_id":{"title":"AWS account id","pattern":"^[0-9]{12}$","description":"12 digits, quoted","examples":["123456789012"],"type":"string"},"tenant_id":{"title":"tenant id","pattern":"^[a-z0-9]{4}$","description":"4 lower-case letters and digits, quoted","examples":["b001"],"type":"string"}}},"environment":{"additionalProperties":false,"title":"environment","description":"Which environment it is, and where","type":"object","required":["env","region"],"properties":{"env":{"type":"string","enum":["prod","dev","test","staging"],"title":"environment","description":"Kind of environment"},"region":{"title":"AWS region","pattern":"^[a-z]{2}(-[a-z]+)+-[0-9]$","description":"Region of the stack","examples":["us-west-1"],"type":"string"}}},"deployment":{"additionalProperties":false,"title":"deployment","description":"How the stack is delivered","type":"object","properties":{"template_bucket":{"title":"bucket name","pattern":"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$","description":"Existing S3 bucket that a template over 51,200 bytes is uploaded to","examples":["edge-prod-b001-us-west-1-s3"],"type":"string"},"template_prefix":{"title":"key prefix","pattern":"^[A-Za-z0-9!_.*'()/-]{1,512}$","description":"Folder of the templates in the bucket","examples":["solutions/master-solution/templates"],"type":"string"},"delivery":{"type":"string","enum":["auto","inline","s3"],"title":"way of delivery","default":"auto","description":"How CloudFormation gets the template: auto decides by its size"},"stack_name":{"title":"stack name","pattern":"^[a-zA-Z][-a-zA-Z0-9]{0,127}$","description":"Pins the name of an already deployed stack, so that a change of tier updates it in place","examples":["edge-prod-b001-us-west-1-startup-sec-stack"],"type":"string"},"approve_wider":{"default":false,"description":"Whether `tierguard deploy` of a change that lets somebody do more than before wants --approve-wider, or an answer at the terminal","type":"boolean"}}},"tags":{"type":"object","additionalProperties":{"type":"string","title":"tag value","maxLength":256,"description":"Up to 256 characters"},"title":"tags","description":"Tags of the stack and of every resource that has tags, beside the system's own","examples":[{"cost_center":"Engineering","owner":"ml-team"}]},"license":{"additionalProperties":false,"title":"license","description":"The AWS Marketplace product; nothing is asked where it is absent","type":"object","required":["provider"],"properties":{"provider":{"type":"string","enum":["metering","license-manager"],"title":"licence provider","description":"metering: AWS Marketplace's RegisterUsage, within ECS and EKS; license-manager: License Manager's CheckoutLicense, elsewhere"},"product_code":{"title":"product code","pattern":"^[-a-zA-Z0-9/=:_.@]{1,255}$","description":"metering: the product's code in AWS Marketplace","examples":["4f1axmpl2k9wkn7z0r3c5h8q1"],"type":"string"},"public_key_version":{"minimum":1,"maximum":2147483647,"description":"metering: version of the product's public key, as AWS Marketplace shows it","examples":[1],"type":"integer"},"public_key":{"title":"public key","maxLength":10000,"description":"metering: the product's RSA public key, with which AWS's answer is verified: PEM text, or base64 of it","type":"string"},"product_sku":{"title":"product SKU","pattern":"^[-a-zA-Z0-9_.]{1,128}$","description":"license-manager: the product's id, as its licence names it","examples":["1a2b3c4d-5e6f-7a8b-9c0d-1e2f3a4b5c6d"],"type":"string"},"key_fingerprint":{"title":"key fingerprint","pattern":"^aws:[0-9]{12}:[-\\w./ ]{1,128}:[-\\w.]{1,128}$","description":"license-manager: the issuer whose licences are trusted","examples":["aws:294406891311:AWS/Marketplace:issuer-fingerprint"],"type":"string"},"entitlement":{"title":"name of an entitlement","pattern":"^[\\w.:/ -]{1,256}$","description":"license-manager: the entitlement of which one unit is checked out, and in again at once","examples":["environments"],"type":"string"}}},"exemptions":{"maxItems":100,"title":"exemptions","description":"Findings that are accepted for a time; they stay in every report, and an expired one is a finding","type":"array","items":{"additionalProperties":false,"title":"exemption","type":"object","required":["rule","principal","policy","reason","expires"],"properties":{"rule":{"title":"id of a rule","pattern":"^[a-z][a-z0-9-]{1,63}$","description":"Id of the rule, as findings name it","examples":["needless-wildcard"],"type":"string"},"principal":{"title":"name","pattern":"^[a-z][a-z0-9]*(_[a-z0-9]+)*$","description":"Group or role whose finding it is, by its name in this config","examples":["data_scientists"],"type":"string"},"policy":{"title":"name of a policy","pattern":"^[\\w+=,.@/-]{1,200}$","description":"Policy that the finding is about, as findings name it","examples":["s3-level2"],"type":"string"},"reason":{"title":"reason","pattern":"^[\\u0020-\\u007E\\u00A1-\\u00FF]{10,500}$","description":"Why it is accepted, in 10 to 500 characters; it stands in every report","type":"string"},"expires":{"title":"date","pattern":"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$","description":"Last day on which it counts, YYYY-MM-DD in UTC","examples":["2027-03-31"],"type":"string"}}}},"quotas":{"additionalProperties":false,"title":"quotas","description":"IAM quotas that AWS has raised for this account","type":"object","properties":{"managed_policies_per_role":{"minimum":1,"maximum":25,"default":10,"description":"Managed policies attached to a role","type":"integer"},"role_trust_policy_characters":{"minimum":1,"maximum":8192,"default":2048,"description":"Characters of a role's trust policy","type":"integer"}}},"security":{"type":"object"},"security_overrides":{"type":"object"}},"$id":"sections"};
const func0 = Object.prototype.hasOwnProperty;
const func17 = require("ajv/dist/runtime/ucs2length").default;
const pattern0 = new RegExp("^[0-9A-Za-z.+-]{1,64}$", "u");
const pattern1 = new RegExp("^[\\u0020-\\u007E\\u00A1-\\u00FF]{1,1000}$", "u");
const pattern2 = new RegExp("^[a-z]+-[0-9]{1,3}$", "u");
const pattern3 = new RegExp("^[a-z][a-z0-9]{1,9}$", "u");
const pattern4 = new RegExp("^[0-9]{12}$", "u");
const pattern5 = new RegExp("^[a-z0-9]{4}$", "u");
const pattern6 = new RegExp("^[a-z]{2}(-[a-z]+)+-[0-9]$", "u");
const pattern7 = new RegExp("^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$", "u");
const pattern8 = new RegExp("^[A-Za-z0-9!_.*'()/-]{1,512}$", "u");
const pattern9 = new RegExp("^[a-zA-Z][-a-zA-Z0-9]{0,127}$", "u");
const pattern10 = new RegExp("^[-a-zA-Z0-9/=:_.@]{1,255}$", "u");
const pattern11 = new RegExp("^[-a-zA-Z0-9_.]{1,128}$", "u");
const pattern12 = new RegExp("^aws:[0-9]{12}:[-\\w./ ]{1,128}:[-\\w.]{1,128}$", "u");
const pattern13 = new RegExp("^[\\w.:/ -]{1,256}$", "u");
const pattern14 = new RegExp("^[a-z][a-z0-9-]{1,63}$", "u");
const pattern15 = new RegExp("^[a-z][a-z0-9]*(_[a-z0-9]+)*$", "u");
const pattern16 = new RegExp("^[\\w+=,.@/-]{1,200}$", "u");
const pattern17 = new RegExp("^[\\u0020-\\u007E\\u00A1-\\u00FF]{10,500}$", "u");
const pattern18 = new RegExp("^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$", "u");

function validate0(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="sections" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.tier === undefined) || (!(func0.call(data, "tier")))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "tier"},message:"must have required property '"+"tier"+"'",schema:schema0.required,parentSchema:schema0,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if((data.client === undefined) || (!(func0.call(data, "client")))){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "client"},message:"must have required property '"+"client"+"'",schema:schema0.required,parentSchema:schema0,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if((data.environment === undefined) || (!(func0.call(data, "environment")))){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "environment"},message:"must have required property '"+"environment"+"'",schema:schema0.required,parentSchema:schema0,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 of Object.keys(data)){
if(!(func0.call(schema0.properties, key0))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema0,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.tier !== undefined && func0.call(data, "tier")){
let data0 = data.tier;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if((data0.name === undefined) || (!(func0.call(data0, "name")))){
const err4 = {instancePath:instancePath+"/tier",schemaPath:"#/properties/tier/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema0.properties.tier.required,parentSchema:schema0.properties.tier,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if((data0.security_profile === undefined) || (!(func0.call(data0, "security_profile")))){
const err5 = {instancePath:instancePath+"/tier",schemaPath:"#/properties/tier/required",keyword:"required",params:{missingProperty: "security_profile"},message:"must have required property '"+"security_profile"+"'",schema:schema0.properties.tier.required,parentSchema:schema0.properties.tier,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
for(const key1 of Object.keys(data0)){
if(!((((key1 === "name") || (key1 === "version")) || (key1 === "description")) || (key1 === "security_profile"))){
const err6 = {instancePath:instancePath+"/tier",schemaPath:"#/properties/tier/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema0.properties.tier,data:data0};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data0.name !== undefined && func0.call(data0, "name")){
let data1 = data0.name;
if(typeof data1 !== "string"){
const err7 = {instancePath:instancePath+"/tier/name",schemaPath:"#/properties/tier/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema0.properties.tier.properties.name.type,parentSchema:schema0.properties.tier.properties.name,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data0.version !== undefined && func0.call(data0, "version")){
let data2 = data0.version;
if(typeof data2 === "string"){
if(!pattern0.test(data2)){
const err8 = {instancePath:instancePath+"/tier/version",schemaPath:"#/properties/tier/properties/version/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Za-z.+-]{1,64}$"},message:"must match pattern \""+"^[0-9A-Za-z.+-]{1,64}$"+"\"",schema:"^[0-9A-Za-z.+-]{1,64}$",parentSchema:schema0.properties.tier.properties.version,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/tier/version",schemaPath:"#/properties/tier/properties/version/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema0.properties.tier.properties.version.type,parentSchema:schema0.properties.tier.properties.version,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data0.description !== undefined && func0.call(data0, "description")){
let data3 = data0.description;
if(typeof data3 === "string"){
if(!pattern1.test(data3)){
const err10 = {instancePath:instancePath+"/tier/description",schemaPath:"#/properties/tier/properties/description/pattern",keyword:"pattern",params:{pattern: "^[\\u0020-\\u007E\\u00A1-\\u00FF]{1,1000}$"},message:"must match pattern \""+"^[\\u0020-\\u007E\\u00A1-\\u00FF]{1,1000}$"+"\"",schema:"^[\\u0020-\\u007E\\u00A1-\\u00FF]{1,1000}$",parentSchema:schema0.properties.tier.properties.description,data:data3};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/tier/description",schemaPath:"#/properties/tier/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema0.properties.tier.properties.description.type,parentSchema:schema0.properties.tier.properties.description,data:data3};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data0.security_profile !== undefined && func0.call(data0, "security_profile")){
let data4 = data0.security_profile;
if(typeof data4 === "string"){
if(!pattern2.test(data4)){
const err12 = {instancePath:instancePath+"/tier/security_profile",schemaPath:"#/properties/tier/properties/security_profile/pattern",keyword:"pattern",params:{pattern: "^[a-z]+-[0-9]{1,3}$"},message:"must match pattern \""+"^[a-z]+-[0-9]{1,3}$"+"\"",schema:"^[a-z]+-[0-9]{1,3}$",parentSchema:schema0.properties.tier.properties.security_profile,data:data4};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/tier/security_profile",schemaPath:"#/properties/tier/properties/security_profile/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema0.properties.tier.properties.security_profile.type,parentSchema:schema0.properties.tier.properties.security_profile,data:data4};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
else {
const err14 = {instancePath:instancePath+"/tier",schemaPath:"#/properties/tier/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema0.properties.tier.type,parentSchema:schema0.properties.tier,data:data0};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.client !== undefined && func0.call(data, "client")){
let data5 = data.client;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if((data5.company_name === undefined) || (!(func0.call(data5, "company_name")))){
const err15 = {instancePath:instancePath+"/client",schemaPath:"#/properties/client/required",keyword:"required",params:{missingProperty: "company_name"},message:"must have required property '"+"company_name"+"'",schema:schema0.properties.client.required,parentSchema:schema0.properties.client,data:data5};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if((data5.company_prefix === undefined) || (!(func0.call(data5, "company_prefix")))){
const err16 = {instancePath:instancePath+"/client",schemaPath:"#/properties/client/required",keyword:"required",params:{missingProperty: "company_prefix"},message:"must have required property '"+"company_prefix"+"'",schema:schema0.properties.client.required,parentSchema:schema0.properties.client,data:data5};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if((data5.account_id === undefined) || (!(func0.call(data5, "account_id")))){
const err17 = {instancePath:instancePath+"/client",schemaPath:"#/properties/client/required",keyword:"required",params:{missingProperty: "account_id"},message:"must have required property '"+"account_id"+"'",schema:schema0.properties.client.required,parentSchema:schema0.properties.client,data:data5};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if((data5.tenant_id === undefined) || (!(func0.call(data5, "tenant_id")))){
const err18 = {instancePath:instancePath+"/client",schemaPath:"#/properties/client/required",keyword:"required",params:{missingProperty: "tenant_id"},message:"must have required property '"+"tenant_id"+"'",schema:schema0.properties.client.required,parentSchema:schema0.properties.client,data:data5};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
for(const key2 of Object.keys(data5)){
if(!((((key2 === "company_name") || (key2 === "company_prefix")) || (key2 === "account_id")) || (key2 === "tenant_id"))){
const err19 = {instancePath:instancePath+"/client",schemaPath:"#/properties/client/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties",schema:false,parentSchema:schema0.properties.client,data:data5};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data5.company_name !== undefined && func0.call(data5, "company_name")){
let data6 = data5.company_name;
if(typeof data6 === "string"){
if(func17(data6) > 128){
const err20 = {instancePath:instancePath+"/client/company_name",schemaPath:"#/properties/client/properties/company_name/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters",schema:128,parentSchema:schema0.properties.client.properties.company_name,data:data6};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(func17(data6) < 1){
const err21 = {instancePath:instancePath+"/client/company_name",schemaPath:"#/properties/client/properties/company_name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema0.properties.client.properties.company_name,data:data6};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
else {
const err22 = {instancePath:instancePath+"/client/company_name",schemaPath:"#/properties/client/properties/company_name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema0.properties.client.properties.company_name.type,parentSchema:schema0.properties.client.properties.company_name,data:data6};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data5.company_prefix !== undefined && func0.call(data5, "company_prefix")){
let data7 = data5.company_prefix;
if(typeof data7 === "string"){
if(!pattern3.test(data7)){
const err23 = {instancePath:instancePath+"/client/company_prefix",schemaPath:"#/properties/client/properties/company_prefix/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9]{1,9}$"},message:"must match pattern \""+"^[a-z][a-z0-9]{1,9}$"+"\"",schema:"^[a-z][a-z0-9]{1,9}$",parentSchema:schema0.properties.client.properties.company_prefix,data:data7};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
else {
const err24 = {instancePath:instancePath+"/client/company_prefix",schemaPath:"#/properties/client/properties/company_prefix/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema0.properties.client.properties.company_prefix.type,parentSchema:schema0.properties.client.properties.company_prefix,data:data7};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data5.account_id !== undefined && func0.call(data5, "account_id")){
let data8 = data5.account_id;
if(typeof data8 === "string"){
if(!pattern4.test(data8)){
const err25 = {instancePath:instancePath+"/client/account_id",schemaPath:"#/properties/client/properties/account_id/pattern",keyword:"pattern",params:{pattern: "^[0-9]{12}$"},message:"must match pattern \""+"^[0-9]{12}$"+"\"",schema:"^[0-9]{12}$",parentSchema:schema0.properties.client.properties.account_id,data:data8};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
else {
const err26 = {instancePath:instancePath+"/client/account_id",schemaPath:"#/properties/client/properties/account_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema0.properties.client.properties.account_id.type,parentSchema:schema0.properties.client.properties.account_id,data:data8};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data5.tenant_id !== undefined && func0.call(data5, "tenant_id")){
let data9 = data5.tenant_id;
if(typeof data9 === "string"){
if(!pattern5.test(data9)){
const err27 = {instancePath:instancePath+"/client/tenant_id",schemaPath:"#/properties/client/properties/tenant_id/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]{4}$"},message:"must match pattern \""+"^[a-z0-9]{4}$"+"\"",schema:"^[a-z0-9]{4}$",parentSchema:schema0.properties.client.properties.tenant_id,data:data9};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
else {
const err28 = {instancePath:instancePath+"/client/tenant_id",schemaPath:"#/properties/client/properties/tenant_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema0.properties.client.properties.tenant_id.type,parentSchema:schema0.properties.client.properties.tenant_id,data:data9};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
}
else {
const err29 = {instancePath:instancePath+"/client",schemaPath:"#/properties/client/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema0.properties.client.type,parentSchema:schema0.properties.client,data:data5};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data.environment !== undefined && func0.call(data, "environment")){
let data10 = data.environment;
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
if((data10.env === undefined) || (!(func0.call(data10, "env")))){
const err30 = {instancePath:instancePath+"/environment",schemaPath:"#/properties/environment/required",keyword:"required",params:{missingProperty: "env"},message:"must have required property '"+"env"+"'",schema:schema0.properties.environment.required,parentSchema:schema0.properties.environment,data:data10};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
if((data10.region === undefined) || (!(func0.call(data10, "region")))){
const err31 = {instancePath:instancePath+"/environment",schemaPath:"#/properties/environment/required",keyword:"required",params:{missingProperty: "region"},message:"must have required property '"+"region"+"'",schema:schema0.properties.environment.required,parentSchema:schema0.properties.environment,data:data10};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
for(const key3 of Object.keys(data10)){
if(!((key3 === "env") || (key3 === "region"))){
const err32 = {instancePath:instancePath+"/environment",schemaPath:"#/properties/environment/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties",schema:false,parentSchema:schema0.properties.environment,data:data10};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data10.env !== undefined && func0.call(data10, "env")){
let data11 = data10.env;
if(typeof data11 !== "string"){
const err33 = {instancePath:instancePath+"/environment/env",schemaPath:"#/properties/environment/properties/env/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema0.properties.environment.properties.env.type,parentSchema:schema0.properties.environment.properties.env,data:data11};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
if(!((((data11 === "prod") || (data11 === "dev")) || (data11 === "test")) || (data11 === "staging"))){
const err34 = {instancePath:instancePath+"/environment/env",schemaPath:"#/properties/environment/properties/env/enum",keyword:"enum",params:{allowedValues: schema0.properties.environment.properties.env.enum},message:"must be equal to one of the allowed values",schema:schema0.properties.environment.properties.env.enum,parentSchema:schema0.properties.environment.properties.env,data:data11};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data10.region !== undefined && func0.call(data10, "region")){
let data12 = data10.region;
if(typeof data12 === "string"){
if(!pattern6.test(data12)){
const err35 = {instancePath:instancePath+"/environment/region",schemaPath:"#/properties/environment/properties/region/pattern",keyword:"pattern",params:{pattern: "^[a-z]{2}(-[a-z]+)+-[0-9]$"},message:"must match pattern \""+"^[a-z]{2}(-[a-z]+)+-[0-9]$"+"\"",schema:"^[a-z]{2}(-[a-z]+)+-[0-9]$",parentSchema:schema0.properties.environment.properties.region,data:data12};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
else {
const err36 = {instancePath:instancePath+"/environment/region",schemaPath:"#/properties/environment/properties/region/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema0.properties.environment.properties.region.type,parentSchema:schema0.properties.environment.properties.region,data:data12};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
}
else {
const err37 = {instancePath:instancePath+"/environment",schemaPath:"#/properties/environment/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema0.properties.environment.type,parentSchema:schema0.properties.environment,data:data10};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data.deployment !== undefined && func0.call(data, "deployment")){
let data13 = data.deployment;
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
for(const key4 of Object.keys(data13)){
if(!(((((key4 === "template_bucket") || (key4 === "template_prefix")) || (key4 === "delivery")) || (key4 === "stack_name")) || (key4 === "approve_wider"))){
const err38 = {instancePath:instancePath+"/deployment",schemaPath:"#/properties/deployment/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties",schema:false,parentSchema:schema0.properties.deployment,data:data13};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data13.template_bucket !== undefined && func0.call(data13, "template_bucket")){
let data14 = data13.template_bucket;
if(typeof data14 === "string"){
if(!pattern7.test(data14)){
const err39 = {instancePath:instancePath+"/deployment/template_bucket",schemaPath:"#/properties/deployment/properties/template_bucket/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$"},message:"must match pattern \""+"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$"+"\"",schema:"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$",parentSchema:schema0.properties.deployment.properties.template_bucket,data:data14};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
else {
const err40 = {instancePath:instancePath+"/deployment/template_bucket",schemaPath:"#/properties/deployment/properties/template_bucket/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema0.properties.deployment.properties.template_bucket.type,parentSchema:schema0.properties.deployment.properties.template_bucket,data:data14};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data13.template_prefix !== undefined && func0.call(data13, "template_prefix")){
let data15 = data13.template_prefix;
if(typeof data15 === "string"){
if(!pattern8.test(data15)){
const err41 = {instancePath:instancePath+"/deployment/template_prefix",schemaPath:"#/properties/deployment/properties/template_prefix/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9!_.*'()/-]{1,512}$"},message:"must match pattern \""+"^[A-Za-z0-9!_.*'()/-]{1,512}$"+"\"",schema:"^[A-Za-z0-9!_.*'()/-]{1,512}$",parentSchema:schema0.properties.deployment.properties.template_prefix,data:data15};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
else {
const err42 = {instancePath:instancePath+"/deployment/template_prefix",schemaPath:"#/properties/deployment/properties/template_prefix/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema0.properties.deployment.properties.template_prefix.type,parentSchema:schema0.properties.deployment.properties.template_prefix,data:data15};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
if(data13.delivery !== undefined && func0.call(data13, "delivery")){
let data16 = data13.delivery;
if(typeof data16 !== "string"){
const err43 = {instancePath:instancePath+"/deployment/delivery",schemaPath:"#/properties/deployment/properties/delivery/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema0.properties.deployment.properties.delivery.type,parentSchema:schema0.properties.deployment.properties.delivery,data:data16};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
if(!(((data16 === "auto") || (data16 === "inline")) || (data16 === "s3"))){
const err44 = {instancePath:instancePath+"/deployment/delivery",schemaPath:"#/properties/deployment/properties/delivery/enum",keyword:"enum",params:{allowedValues: schema0.properties.deployment.properties.delivery.enum},message:"must be equal to one of the allowed values",schema:schema0.properties.deployment.properties.delivery.enum,parentSchema:schema0.properties.deployment.properties.delivery,data:data16};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data13.stack_name !== undefined && func0.call(data13, "stack_name")){
let data17 = data13.stack_name;
if(typeof data17 === "string"){
if(!pattern9.test(data17)){
const err45 = {instancePath:instancePath+"/deployment/stack_name",schemaPath:"#/properties/deployment/properties/stack_name/pattern",keyword:"pattern",params:{pattern: "^[a-zA-Z][-a-zA-Z0-9]{0,127}$"},message:"must match pattern \""+"^[a-zA-Z][-a-zA-Z0-9]{0,127}$"+"\"",schema:"^[a-zA-Z][-a-zA-Z0-9]{0,127}$",parentSchema:schema0.properties.deployment.properties.stack_name,data:data17};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
else {
const err46 = {instancePath:instancePath+"/deployment/stack_name",schemaPath:"#/properties/deployment/properties/stack_name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema0.properties.deployment.properties.stack_name.type,parentSchema:schema0.properties.deployment.properties.stack_name,data:data17};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
if(data13.approve_wider !== undefined && func0.call(data13, "approve_wider")){
let data18 = data13.approve_wider;
if(typeof data18 !== "boolean"){
const err47 = {instancePath:instancePath+"/deployment/approve_wider",schemaPath:"#/properties/deployment/properties/approve_wider/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema0.properties.deployment.properties.approve_wider.type,parentSchema:schema0.properties.deployment.properties.approve_wider,data:data18};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
}
else {
const err48 = {instancePath:instancePath+"/deployment",schemaPath:"#/properties/deployment/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema0.properties.deployment.type,parentSchema:schema0.properties.deployment,data:data13};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
if(data.tags !== undefined && func0.call(data, "tags")){
let data19 = data.tags;
if(data19 && typeof data19 == "object" && !Array.isArray(data19)){
for(const key5 of Object.keys(data19)){
let data20 = data19[key5];
if(typeof data20 === "string"){
if(func17(data20) > 256){
const err49 = {instancePath:instancePath+"/tags/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/tags/additionalProperties/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters",schema:256,parentSchema:schema0.properties.tags.additionalProperties,data:data20};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
else {
const err50 = {instancePath:instancePath+"/tags/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/tags/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema0.properties.tags.additionalProperties.type,parentSchema:schema0.properties.tags.additionalProperties,data:data20};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
}
else {
const err51 = {instancePath:instancePath+"/tags",schemaPath:"#/properties/tags/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema0.properties.tags.type,parentSchema:schema0.properties.tags,data:data19};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
if(data.license !== undefined && func0.call(data, "license")){
let data21 = data.license;
if(data21 && typeof data21 == "object" && !Array.isArray(data21)){
if((data21.provider === undefined) || (!(func0.call(data21, "provider")))){
const err52 = {instancePath:instancePath+"/license",schemaPath:"#/properties/license/required",keyword:"required",params:{missingProperty: "provider"},message:"must have required property '"+"provider"+"'",schema:schema0.properties.license.required,parentSchema:schema0.properties.license,data:data21};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
for(const key6 of Object.keys(data21)){
if(!(((((((key6 === "provider") || (key6 === "product_code")) || (key6 === "public_key_version")) || (key6 === "public_key")) || (key6 === "product_sku")) || (key6 === "key_fingerprint")) || (key6 === "entitlement"))){
const err53 = {instancePath:instancePath+"/license",schemaPath:"#/properties/license/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6},message:"must NOT have additional properties",schema:false,parentSchema:schema0.properties.license,data:data21};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
if(data21.provider !== undefined && func0.call(data21, "provider")){
let data22 = data21.provider;
if(typeof data22 !== "string"){
const err54 = {instancePath:instancePath+"/license/provider",schemaPath:"#/properties/license/properties/provider/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema0.properties.license.properties.provider.type,parentSchema:schema0.properties.license.properties.provider,data:data22};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
if(!((data22 === "metering") || (data22 === "license-manager"))){
const err55 = {instancePath:instancePath+"/license/provider",schemaPath:"#/properties/license/properties/provider/enum",keyword:"enum",params:{allowedValues: schema0.properties.license.properties.provider.enum},message:"must be equal to one of the allowed values",schema:schema0.properties.license.properties.provider.enum,parentSchema:schema0.properties.license.properties.provider,data:data22};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
if(data21.product_code !== undefined && func0.call(data21, "product_code")){
let data23 = data21.product_code;
if(typeof data23 === "string"){
if(!pattern10.test(data23)){
const err56 = {instancePath:instancePath+"/license/product_code",schemaPath:"#/properties/license/properties/product_code/pattern",keyword:"pattern",params:{pattern: "^[-a-zA-Z0-9/=:_.@]{1,255}$"},message:"must match pattern \""+"^[-a-zA-Z0-9/=:_.@]{1,255}$"+"\"",schema:"^[-a-zA-Z0-9/=:_.@]{1,255}$",parentSchema:schema0.properties.license.properties.product_code,data:data23};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
else {
const err57 = {instancePath:instancePath+"/license/product_code",schemaPath:"#/properties/license/properties/product_code/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema0.properties.license.properties.product_code.type,parentSchema:schema0.properties.license.properties.product_code,data:data23};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
if(data21.public_key_version !== undefined && func0.call(data21, "public_key_version")){
let data24 = data21.public_key_version;
if(!(((typeof data24 == "number") && (!(data24 % 1) && !isNaN(data24))) && (isFinite(data24)))){
const err58 = {instancePath:instancePath+"/license/public_key_version",schemaPath:"#/properties/license/properties/public_key_version/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema0.properties.license.properties.public_key_version.type,parentSchema:schema0.properties.license.properties.public_key_version,data:data24};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
if((typeof data24 == "number") && (isFinite(data24))){
if(data24 > 2147483647 || isNaN(data24)){
const err59 = {instancePath:instancePath+"/license/public_key_version",schemaPath:"#/properties/license/properties/public_key_version/maximum",keyword:"maximum",params:{comparison: "<=", limit: 2147483647},message:"must be <= 2147483647",schema:2147483647,parentSchema:schema0.properties.license.properties.public_key_version,data:data24};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
if(data24 < 1 || isNaN(data24)){
const err60 = {instancePath:instancePath+"/license/public_key_version",schemaPath:"#/properties/license/properties/public_key_version/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema0.properties.license.properties.public_key_version,data:data24};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
}
if(data21.public_key !== undefined && func0.call(data21, "public_key")){
let data25 = data21.public_key;
if(typeof data25 === "string"){
if(func17(data25) > 10000){
const err61 = {instancePath:instancePath+"/license/public_key",schemaPath:"#/properties/license/properties/public_key/maxLength",keyword:"maxLength",params:{limit: 10000},message:"must NOT have more than 10000 characters",schema:10000,parentSchema:schema0.properties.license.properties.public_key,data:data25};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
else {
const err62 = {instancePath:instancePath+"/license/public_key",schemaPath:"#/properties/license/properties/public_key/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema0.properties.license.properties.public_key.type,parentSchema:schema0.properties.license.properties.public_key,data:data25};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
if(data21.product_sku !== undefined && func0.call(data21, "product_sku")){
let data26 = data21.product_sku;
if(typeof data26 === "string"){
if(!pattern11.test(data26)){
const err63 = {instancePath:instancePath+"/license/product_sku",schemaPath:"#/properties/license/properties/product_sku/pattern",keyword:"pattern",params:{pattern: "^[-a-zA-Z0-9_.]{1,128}$"},message:"must match pattern \""+"^[-a-zA-Z0-9_.]{1,128}$"+"\"",schema:"^[-a-zA-Z0-9_.]{1,128}$",parentSchema:schema0.properties.license.properties.product_sku,data:data26};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
else {
const err64 = {instancePath:instancePath+"/license/product_sku",schemaPath:"#/properties/license/properties/product_sku/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema0.properties.license.properties.product_sku.type,parentSchema:schema0.properties.license.properties.product_sku,data:data26};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
if(data21.key_fingerprint !== undefined && func0.call(data21, "key_fingerprint")){
let data27 = data21.key_fingerprint;
if(typeof data27 === "string"){
if(!pattern12.test(data27)){
const err65 = {instancePath:instancePath+"/license/key_fingerprint",schemaPath:"#/properties/license/properties/key_fingerprint/pattern",keyword:"pattern",params:{pattern: "^aws:[0-9]{12}:[-\\w./ ]{1,128}:[-\\w.]{1,128}$"},message:"must match pattern \""+"^aws:[0-9]{12}:[-\\w./ ]{1,128}:[-\\w.]{1,128}$"+"\"",schema:"^aws:[0-9]{12}:[-\\w./ ]{1,128}:[-\\w.]{1,128}$",parentSchema:schema0.properties.license.properties.key_fingerprint,data:data27};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
else {
const err66 = {instancePath:instancePath+"/license/key_fingerprint",schemaPath:"#/properties/license/properties/key_fingerprint/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema0.properties.license.properties.key_fingerprint.type,parentSchema:schema0.properties.license.properties.key_fingerprint,data:data27};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
if(data21.entitlement !== undefined && func0.call(data21, "entitlement")){
let data28 = data21.entitlement;
if(typeof data28 === "string"){
if(!pattern13.test(data28)){
const err67 = {instancePath:instancePath+"/license/entitlement",schemaPath:"#/properties/license/properties/entitlement/pattern",keyword:"pattern",params:{pattern: "^[\\w.:/ -]{1,256}$"},message:"must match pattern \""+"^[\\w.:/ -]{1,256}$"+"\"",schema:"^[\\w.:/ -]{1,256}$",parentSchema:schema0.properties.license.properties.entitlement,data:data28};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
else {
const err68 = {instancePath:instancePath+"/license/entitlement",schemaPath:"#/properties/license/properties/entitlement/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema0.properties.license.properties.entitlement.type,parentSchema:schema0.properties.license.properties.entitlement,data:data28};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
}
else {
const err69 = {instancePath:instancePath+"/license",schemaPath:"#/properties/license/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema0.properties.license.type,parentSchema:schema0.properties.license,data:data21};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
if(data.exemptions !== undefined && func0.call(data, "exemptions")){
let data29 = data.exemptions;
if(Array.isArray(data29)){
if(data29.length > 100){
const err70 = {instancePath:instancePath+"/exemptions",schemaPath:"#/properties/exemptions/maxItems",keyword:"maxItems",params:{limit: 100},message:"must NOT have more than 100 items",schema:100,parentSchema:schema0.properties.exemptions,data:data29};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
const len0 = data29.length;
for(let i0=0; i0<len0; i0++){
let data30 = data29[i0];
if(data30 && typeof data30 == "object" && !Array.isArray(data30)){
if((data30.rule === undefined) || (!(func0.call(data30, "rule")))){
const err71 = {instancePath:instancePath+"/exemptions/" + i0,schemaPath:"#/properties/exemptions/items/required",keyword:"required",params:{missingProperty: "rule"},message:"must have required property '"+"rule"+"'",schema:schema0.properties.exemptions.items.required,parentSchema:schema0.properties.exemptions.items,data:data30};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
if((data30.principal === undefined) || (!(func0.call(data30, "principal")))){
const err72 = {instancePath:instancePath+"/exemptions/" + i0,schemaPath:"#/properties/exemptions/items/required",keyword:"required",params:{missingProperty: "principal"},message:"must have required property '"+"principal"+"'",schema:schema0.properties.exemptions.items.required,parentSchema:schema0.properties.exemptions.items,data:data30};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
if((data30.policy === undefined) || (!(func0.call(data30, "policy")))){
const err73 = {instancePath:instancePath+"/exemptions/" + i0,schemaPath:"#/properties/exemptions/items/required",keyword:"required",params:{missingProperty: "policy"},message:"must have required property '"+"policy"+"'",schema:schema0.properties.exemptions.items.required,parentSchema:schema0.properties.exemptions.items,data:data30};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
if((data30.reason === undefined) || (!(func0.call(data30, "reason")))){
const err74 = {instancePath:instancePath+"/exemptions/" + i0,schemaPath:"#/properties/exemptions/items/required",keyword:"required",params:{missingProperty: "reason"},message:"must have required property '"+"reason"+"'",schema:schema0.properties.exemptions.items.required,parentSchema:schema0.properties.exemptions.items,data:data30};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
if((data30.expires === undefined) || (!(func0.call(data30, "expires")))){
const err75 = {instancePath:instancePath+"/exemptions/" + i0,schemaPath:"#/properties/exemptions/items/required",keyword:"required",params:{missingProperty: "expires"},message:"must have required property '"+"expires"+"'",schema:schema0.properties.exemptions.items.required,parentSchema:schema0.properties.exemptions.items,data:data30};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
for(const key7 of Object.keys(data30)){
if(!(((((key7 === "rule") || (key7 === "principal")) || (key7 === "policy")) || (key7 === "reason")) || (key7 === "expires"))){
const err76 = {instancePath:instancePath+"/exemptions/" + i0,schemaPath:"#/properties/exemptions/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7},message:"must NOT have additional properties",schema:false,parentSchema:schema0.properties.exemptions.items,data:data30};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
}
if(data30.rule !== undefined && func0.call(data30, "rule")){
let data31 = data30.rule;
if(typeof data31 === "string"){
if(!pattern14.test(data31)){
const err77 = {instancePath:instancePath+"/exemptions/" + i0+"/rule",schemaPath:"#/properties/exemptions/items/properties/rule/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9-]{1,63}$"},message:"must match pattern \""+"^[a-z][a-z0-9-]{1,63}$"+"\"",schema:"^[a-z][a-z0-9-]{1,63}$",parentSchema:schema0.properties.exemptions.items.properties.rule,data:data31};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
}
else {
const err78 = {instancePath:instancePath+"/exemptions/" + i0+"/rule",schemaPath:"#/properties/exemptions/items/properties/rule/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema0.properties.exemptions.items.properties.rule.type,parentSchema:schema0.properties.exemptions.items.properties.rule,data:data31};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
}
if(data30.principal !== undefined && func0.call(data30, "principal")){
let data32 = data30.principal;
if(typeof data32 === "string"){
if(!pattern15.test(data32)){
const err79 = {instancePath:instancePath+"/exemptions/" + i0+"/principal",schemaPath:"#/properties/exemptions/items/properties/principal/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9]*(_[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z][a-z0-9]*(_[a-z0-9]+)*$"+"\"",schema:"^[a-z][a-z0-9]*(_[a-z0-9]+)*$",parentSchema:schema0.properties.exemptions.items.properties.principal,data:data32};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
}
else {
const err80 = {instancePath:instancePath+"/exemptions/" + i0+"/principal",schemaPath:"#/properties/exemptions/items/properties/principal/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema0.properties.exemptions.items.properties.principal.type,parentSchema:schema0.properties.exemptions.items.properties.principal,data:data32};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
}
if(data30.policy !== undefined && func0.call(data30, "policy")){
let data33 = data30.policy;
if(typeof data33 === "string"){
if(!pattern16.test(data33)){
const err81 = {instancePath:instancePath+"/exemptions/" + i0+"/policy",schemaPath:"#/properties/exemptions/items/properties/policy/pattern",keyword:"pattern",params:{pattern: "^[\\w+=,.@/-]{1,200}$"},message:"must match pattern \""+"^[\\w+=,.@/-]{1,200}$"+"\"",schema:"^[\\w+=,.@/-]{1,200}$",parentSchema:schema0.properties.exemptions.items.properties.policy,data:data33};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
}
else {
const err82 = {instancePath:instancePath+"/exemptions/" + i0+"/policy",schemaPath:"#/properties/exemptions/items/properties/policy/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema0.properties.exemptions.items.properties.policy.type,parentSchema:schema0.properties.exemptions.items.properties.policy,data:data33};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
}
if(data30.reason !== undefined && func0.call(data30, "reason")){
let data34 = data30.reason;
if(typeof data34 === "string"){
if(!pattern17.test(data34)){
const err83 = {instancePath:instancePath+"/exemptions/" + i0+"/reason",schemaPath:"#/properties/exemptions/items/properties/reason/pattern",keyword:"pattern",params:{pattern: "^[\\u0020-\\u007E\\u00A1-\\u00FF]{10,500}$"},message:"must match pattern \""+"^[\\u0020-\\u007E\\u00A1-\\u00FF]{10,500}$"+"\"",schema:"^[\\u0020-\\u007E\\u00A1-\\u00FF]{10,500}$",parentSchema:schema0.properties.exemptions.items.properties.reason,data:data34};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
}
else {
const err84 = {instancePath:instancePath+"/exemptions/" + i0+"/reason",schemaPath:"#/properties/exemptions/items/properties/reason/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema0.properties.exemptions.items.properties.reason.type,parentSchema:schema0.properties.exemptions.items.properties.reason,data:data34};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
}
if(data30.expires !== undefined && func0.call(data30, "expires")){
let data35 = data30.expires;
if(typeof data35 === "string"){
if(!pattern18.test(data35)){
const err85 = {instancePath:instancePath+"/exemptions/" + i0+"/expires",schemaPath:"#/properties/exemptions/items/properties/expires/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"},message:"must match pattern \""+"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"+"\"",schema:"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",parentSchema:schema0.properties.exemptions.items.properties.expires,data:data35};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
}
else {
const err86 = {instancePath:instancePath+"/exemptions/" + i0+"/expires",schemaPath:"#/properties/exemptions/items/properties/expires/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema0.properties.exemptions.items.properties.expires.type,parentSchema:schema0.properties.exemptions.items.properties.expires,data:data35};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
}
}
else {
const err87 = {instancePath:instancePath+"/exemptions/" + i0,schemaPath:"#/properties/exemptions/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema0.properties.exemptions.items.type,parentSchema:schema0.properties.exemptions.items,data:data30};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
}
}
else {
const err88 = {instancePath:instancePath+"/exemptions",schemaPath:"#/properties/exemptions/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema0.properties.exemptions.type,parentSchema:schema0.properties.exemptions,data:data29};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
}
if(data.quotas !== undefined && func0.call(data, "quotas")){
let data36 = data.quotas;
if(data36 && typeof data36 == "object" && !Array.isArray(data36)){
for(const key8 of Object.keys(data36)){
if(!((key8 === "managed_policies_per_role") || (key8 === "role_trust_policy_characters"))){
const err89 = {instancePath:instancePath+"/quotas",schemaPath:"#/properties/quotas/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8},message:"must NOT have additional properties",schema:false,parentSchema:schema0.properties.quotas,data:data36};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
}
if(data36.managed_policies_per_role !== undefined && func0.call(data36, "managed_policies_per_role")){
let data37 = data36.managed_policies_per_role;
if(!(((typeof data37 == "number") && (!(data37 % 1) && !isNaN(data37))) && (isFinite(data37)))){
const err90 = {instancePath:instancePath+"/quotas/managed_policies_per_role",schemaPath:"#/properties/quotas/properties/managed_policies_per_role/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema0.properties.quotas.properties.managed_policies_per_role.type,parentSchema:schema0.properties.quotas.properties.managed_policies_per_role,data:data37};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
if((typeof data37 == "number") && (isFinite(data37))){
if(data37 > 25 || isNaN(data37)){
const err91 = {instancePath:instancePath+"/quotas/managed_policies_per_role",schemaPath:"#/properties/quotas/properties/managed_policies_per_role/maximum",keyword:"maximum",params:{comparison: "<=", limit: 25},message:"must be <= 25",schema:25,parentSchema:schema0.properties.quotas.properties.managed_policies_per_role,data:data37};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
if(data37 < 1 || isNaN(data37)){
const err92 = {instancePath:instancePath+"/quotas/managed_policies_per_role",schemaPath:"#/properties/quotas/properties/managed_policies_per_role/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema0.properties.quotas.properties.managed_policies_per_role,data:data37};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
}
}
if(data36.role_trust_policy_characters !== undefined && func0.call(data36, "role_trust_policy_characters")){
let data38 = data36.role_trust_policy_characters;
if(!(((typeof data38 == "number") && (!(data38 % 1) && !isNaN(data38))) && (isFinite(data38)))){
const err93 = {instancePath:instancePath+"/quotas/role_trust_policy_characters",schemaPath:"#/properties/quotas/properties/role_trust_policy_characters/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema0.properties.quotas.properties.role_trust_policy_characters.type,parentSchema:schema0.properties.quotas.properties.role_trust_policy_characters,data:data38};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
if((typeof data38 == "number") && (isFinite(data38))){
if(data38 > 8192 || isNaN(data38)){
const err94 = {instancePath:instancePath+"/quotas/role_trust_policy_characters",schemaPath:"#/properties/quotas/properties/role_trust_policy_characters/maximum",keyword:"maximum",params:{comparison: "<=", limit: 8192},message:"must be <= 8192",schema:8192,parentSchema:schema0.properties.quotas.properties.role_trust_policy_characters,data:data38};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
if(data38 < 1 || isNaN(data38)){
const err95 = {instancePath:instancePath+"/quotas/role_trust_policy_characters",schemaPath:"#/properties/quotas/properties/role_trust_policy_characters/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema0.properties.quotas.properties.role_trust_policy_characters,data:data38};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
}
}
}
else {
const err96 = {instancePath:instancePath+"/quotas",schemaPath:"#/properties/quotas/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema0.properties.quotas.type,parentSchema:schema0.properties.quotas,data:data36};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
}
if(data.security !== undefined && func0.call(data, "security")){
let data39 = data.security;
if(!(data39 && typeof data39 == "object" && !Array.isArray(data39))){
const err97 = {instancePath:instancePath+"/security",schemaPath:"#/properties/security/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema0.properties.security.type,parentSchema:schema0.properties.security,data:data39};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
}
if(data.security_overrides !== undefined && func0.call(data, "security_overrides")){
let data40 = data.security_overrides;
if(!(data40 && typeof data40 == "object" && !Array.isArray(data40))){
const err98 = {instancePath:instancePath+"/security_overrides",schemaPath:"#/properties/security_overrides/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema0.properties.security_overrides.type,parentSchema:schema0.properties.security_overrides,data:data40};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
}
}
else {
const err99 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema0.type,parentSchema:schema0,data};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
validate0.errors = vErrors;
return errors === 0;
}

exports.mlSections = validate1;
const schema1 = {"additionalProperties":false,"type":"object","required":["tier","client","environment","ml_product"],"properties":{"tier":{"additionalProperties":false,"title":"tier","description":"Which tier this product has","type":"object","required":["name"],"properties":{"name":{"title":"tier","description":"Name of the tier","type":"string"},"version":{"title":"version","pattern":"^[0-9A-Za-z.+-]{1,64}$","description":"Version of these definitions","examples":["1.0.0"],"type":"string"},"description":{"title":"description","pattern":"^[\\u0020-\\u007E\\u00A1-\\u00FF]{1,1000}$","description":"What it is for, in one line: 1 to 1,000 characters of ASCII or Latin-1","type":"string"}}},"client":{"additionalProperties":false,"title":"client","description":"Whose environment it is","type":"object","required":["company_name","company_prefix","account_id","tenant_id"],"properties":{"company_name":{"title":"company name","minLength":1,"maxLength":128,"description":"The company's full name","examples":["Edge Corp"],"type":"string"},"company_prefix":{"title":"company prefix","pattern":"^[a-z][a-z0-9]{1,9}$","description":"2 to 10 lower-case letters and digits, the first a letter; no hyphen, since the names of one prefix would then lie within the scope of another","examples":["edge"],"type":"string"},"account_id":{"title":"AWS account id","pattern":"^[0-9]{12}$","description":"12 digits, quoted","examples":["123456789012"],"type":"string"},"tenant_id":{"title":"tenant id","pattern":"^[a-z0-9]{4}$","description":"4 lower-case letters and digits, quoted","examples":["b001"],"type":"string"}}},"environment":{"additionalProperties":false,"title":"environment","description":"Which environment it is, and where","type":"object","required":["env","region"],"properties":{"env":{"type":"string","enum":["prod","dev","test","staging"],"title":"environment","description":"Kind of environment"},"region":{"title":"AWS region","pattern":"^[a-z]{2}(-[a-z]+)+-[0-9]$","description":"Region of the stack","examples":["us-west-1"],"type":"string"}}},"deployment":{"additionalProperties":false,"title":"deployment","description":"How the stack is delivered","type":"object","properties":{"template_bucket":{"title":"bucket name","pattern":"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$","description":"Existing S3 bucket that a template over 51,200 bytes is uploaded to","examples":["edge-prod-b001-us-west-1-s3"],"type":"string"},"template_prefix":{"title":"key prefix","pattern":"^[A-Za-z0-9!_.*'()/-]{1,512}$","description":"Folder of the templates in the bucket","examples":["solutions/master-solution/templates"],"type":"string"},"delivery":{"type":"string","enum":["auto","inline","s3"],"title":"way of delivery","default":"auto","description":"How CloudFormation gets the template: auto decides by its size"},"stack_name":{"title":"stack name","pattern":"^[a-zA-Z][-a-zA-Z0-9]{0,127}$","description":"Pins the name of an already deployed stack, so that a change of tier updates it in place","examples":["edge-prod-b001-us-west-1-startup-sec-stack"],"type":"string"},"approve_wider":{"default":false,"description":"Whether `tierguard deploy` of a change that lets somebody do more than before wants --approve-wider, or an answer at the terminal","type":"boolean"}}},"ml_product":{"additionalProperties":false,"title":"ML product","description":"The product: its code, network, logs and keys","type":"object","required":["use_case","source_control"],"properties":{"use_case":{"title":"use case","pattern":"^[a-z][a-z0-9]*(-[a-z0-9]+)*$","maxLength":32,"description":"What the product does: lower-case words joined by hyphens, part of every name","examples":["fraud-detection"],"type":"string"},"workload":{"title":"workload","pattern":"^[a-z][a-z0-9]*(-[a-z0-9]+)*$","maxLength":24,"description":"One of several products of a use case, part of every name","examples":["realtime"],"type":"string"},"source_control":{"type":"string","enum":["codecommit","s3"],"title":"source control","description":"Where the code comes from: two CodeCommit repositories, or archives in a bucket of yours"},"s3_prefix":{"title":"bucket and prefix","pattern":"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](/[A-Za-z0-9!_.'()-]+)*$","maxLength":512,"description":"source_control: s3: the bucket and, after a slash, the folder in which model-build.zip and model-deploy.zip lie","examples":["edge-prod-b001-us-west-2-s3/solutions/fraud-detection"],"type":"string"},"alerts_email":{"title":"e-mail address","pattern":"^[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+$","maxLength":254,"description":"Who is told of failures and alarms; AWS asks this address to confirm","examples":["ml-alerts@example.com"],"type":"string"},"log_retention_days":{"minimum":90,"maximum":3653,"default":90,"description":"How long logs are kept; raised to the next number of days that CloudWatch Logs takes","type":"integer"},"compliance_framework":{"type":"string","enum":["general","pci-dss","soc2","hipaa"],"title":"compliance framework","default":"general","description":"Sets how long logs are kept at least: general 90 days, pci-dss and soc2 365, hipaa 2190"},"security_stack":{"additionalProperties":false,"title":"security stack","description":"Jobs and models run with the role sagemaker_execution of the security stack of the same prefix, env, tenant and region, found through SSM; without it the product has a role of its own","type":"object","required":["tier"],"properties":{"tier":{"type":"string","enum":["startup","medium","enterprise"],"title":"tier","description":"Tier of that security stack, as in its SSM parameters"}}},"vpc_mode":{"type":"string","enum":["standalone","sgprov"],"title":"VPC mode","description":"Security group of the endpoints: standalone makes one, sgprov uses the SG provisioner's"},"vpc_source":{"type":"string","enum":["ssm","direct"],"title":"source of the VPC","description":"Where the VPC is named: ssm reads the VPC provisioner's parameters, direct takes the ids here"},"vpc_id":{"title":"VPC id","pattern":"^vpc-([0-9a-f]{8}|[0-9a-f]{17})$","description":"vpc_source: direct: the VPC","examples":["vpc-0a1b2c3d4e5f60718"],"type":"string"},"subnet_ids":{"minItems":1,"maxItems":16,"uniqueItems":true,"description":"Subnets of the interface endpoints, one an availability zone; with vpc_source: ssm in place of those that the parameter names","type":"array","items":{"title":"subnet id","pattern":"^subnet-([0-9a-f]{8}|[0-9a-f]{17})$","description":"A subnet of the VPC","examples":["subnet-0a1b2c3d4e5f60718"],"type":"string"}},"security_group_id":{"title":"security group id","pattern":"^sg-([0-9a-f]{8}|[0-9a-f]{17})$","description":"vpc_mode: sgprov: the SG provisioner's group; with vpc_source: ssm in place of the one that its parameter names","examples":["sg-0a1b2c3d4e5f60718"],"type":"string"},"route_table_ids":{"minItems":1,"maxItems":50,"uniqueItems":true,"description":"Route tables that lead to S3 through the gateway endpoint; without them it is used by nobody","type":"array","items":{"title":"route table id","pattern":"^rtb-([0-9a-f]{8}|[0-9a-f]{17})$","description":"A route table of the VPC","examples":["rtb-0a1b2c3d4e5f60718"],"type":"string"}},"vpc_endpoints":{"type":"string","enum":["create","reuse"],"title":"endpoints","default":"create","description":"Interface endpoints with private DNS exist once a VPC: create makes the four, reuse takes those of vpc_endpoint_ids"},"vpc_endpoint_ids":{"additionalProperties":false,"title":"endpoint ids","description":"The endpoints that the VPC has, for vpc_endpoints: reuse; they are published as if they were new","type":"object","required":["s3","sagemaker_api","sagemaker_runtime","sts"],"properties":{"s3":{"title":"endpoint id","pattern":"^vpce-([0-9a-f]{8}|[0-9a-f]{17})$","description":"Gateway endpoint of S3","examples":["vpce-0ba9dc4a4d68f4059"],"type":"string"},"sagemaker_api":{"title":"endpoint id","pattern":"^vpce-([0-9a-f]{8}|[0-9a-f]{17})$","description":"Endpoint of sagemaker.api","examples":["vpce-04550e929a6afeb4d"],"type":"string"},"sagemaker_runtime":{"title":"endpoint id","pattern":"^vpce-([0-9a-f]{8}|[0-9a-f]{17})$","description":"Endpoint of sagemaker.runtime","examples":["vpce-00875dbd429b19c5f"],"type":"string"},"sts":{"title":"endpoint id","pattern":"^vpce-([0-9a-f]{8}|[0-9a-f]{17})$","description":"Endpoint of sts","examples":["vpce-01ebcd15b74afab98"],"type":"string"}}},"compliance":{"additionalProperties":false,"title":"compliance","description":"What the alarms on API calls watch","type":"object","required":["trail"],"properties":{"trail":{"type":"string","enum":["create","account"],"title":"source of events","default":"create","description":"Where the alarms' events come from: create makes a trail with a bucket and a log group; account watches the log group of the account's own trail"},"log_group_name":{"title":"log group name","pattern":"^[.\\-_/#A-Za-z0-9]{1,512}$","description":"trail: account: the log group to which the account's trail delivers","examples":["aws-cloudtrail-logs-123456789012"],"type":"string"}}},"key_administrators":{"minItems":1,"maxItems":10,"uniqueItems":true,"description":"Who administers the product's key; whoever deploys the stack is one of them, since KMS lets nobody else change it","type":"array","items":{"title":"ARN of a role or user","pattern":"^arn:aws(-[a-z]+)*:iam::[0-9]{12}:(role|user)/[\\w+=,.@/-]{1,512}$","description":"A role or user of the account, never the account as a whole","examples":["arn:aws:iam::123456789012:role/key-administrators"],"type":"string"}}}},"tags":{"type":"object","additionalProperties":{"type":"string","title":"tag value","maxLength":256,"description":"Up to 256 characters"},"title":"tags","description":"Tags of the stack and of every resource that has tags, beside the system's own","examples":[{"cost_center":"Engineering","owner":"ml-team"}]},"license":{"additionalProperties":false,"title":"license","description":"The AWS Marketplace product; nothing is asked where it is absent","type":"object","required":["provider"],"properties":{"provider":{"type":"string","enum":["metering","license-manager"],"title":"licence provider","description":"metering: AWS Marketplace's RegisterUsage, within ECS and EKS; license-manager: License Manager's CheckoutLicense, elsewhere"},"product_code":{"title":"product code","pattern":"^[-a-zA-Z0-9/=:_.@]{1,255}$","description":"metering: the product's code in AWS Marketplace","examples":["4f1axmpl2k9wkn7z0r3c5h8q1"],"type":"string"},"public_key_version":{"minimum":1,"maximum":2147483647,"description":"metering: version of the product's public key, as AWS Marketplace shows it","examples":[1],"type":"integer"},"public_key":{"title":"public key","maxLength":10000,"description":"metering: the product's RSA public key, with which AWS's answer is verified: PEM text, or base64 of it","type":"string"},"product_sku":{"title":"product SKU","pattern":"^[-a-zA-Z0-9_.]{1,128}$","description":"license-manager: the product's id, as its licence names it","examples":["1a2b3c4d-5e6f-7a8b-9c0d-1e2f3a4b5c6d"],"type":"string"},"key_fingerprint":{"title":"key fingerprint","pattern":"^aws:[0-9]{12}:[-\\w./ ]{1,128}:[-\\w.]{1,128}$","description":"license-manager: the issuer whose licences are trusted","examples":["aws:294406891311:AWS/Marketplace:issuer-fingerprint"],"type":"string"},"entitlement":{"title":"name of an entitlement","pattern":"^[\\w.:/ -]{1,256}$","description":"license-manager: the entitlement of which one unit is checked out, and in again at once","examples":["environments"],"type":"string"}}},"exemptions":{"maxItems":100,"title":"exemptions","description":"Findings that are accepted for a time; they stay in every report, and an expired one is a finding","type":"array","items":{"additionalProperties":false,"title":"exemption","type":"object","required":["rule","principal","policy","reason","expires"],"properties":{"rule":{"title":"id of a rule","pattern":"^[a-z][a-z0-9-]{1,63}$","description":"Id of the rule, as findings name it","examples":["needless-wildcard"],"type":"string"},"principal":{"title":"name","pattern":"^[a-z][a-z0-9]*(_[a-z0-9]+)*$","description":"Group or role whose finding it is, by its name in this config","examples":["data_scientists"],"type":"string"},"policy":{"title":"name of a policy","pattern":"^[\\w+=,.@/-]{1,200}$","description":"Policy that the finding is about, as findings name it","examples":["s3-level2"],"type":"string"},"reason":{"title":"reason","pattern":"^[\\u0020-\\u007E\\u00A1-\\u00FF]{10,500}$","description":"Why it is accepted, in 10 to 500 characters; it stands in every report","type":"string"},"expires":{"title":"date","pattern":"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$","description":"Last day on which it counts, YYYY-MM-DD in UTC","examples":["2027-03-31"],"type":"string"}}}},"quotas":{"additionalProperties":false,"title":"quotas","description":"IAM quotas that AWS has raised for this account","type":"object","properties":{"managed_policies_per_role":{"minimum":1,"maximum":25,"default":10,"description":"Managed policies attached to a role","type":"integer"},"role_trust_policy_characters":{"minimum":1,"maximum":8192,"default":2048,"description":"Characters of a role's trust policy","type":"integer"}}}},"$id":"mlSections"};
const pattern28 = new RegExp("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", "u");
const pattern30 = new RegExp("^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](/[A-Za-z0-9!_.'()-]+)*$", "u");
const pattern31 = new RegExp("^[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+$", "u");
const pattern32 = new RegExp("^vpc-([0-9a-f]{8}|[0-9a-f]{17})$", "u");
const pattern33 = new RegExp("^subnet-([0-9a-f]{8}|[0-9a-f]{17})$", "u");
const pattern34 = new RegExp("^sg-([0-9a-f]{8}|[0-9a-f]{17})$", "u");
const pattern35 = new RegExp("^rtb-([0-9a-f]{8}|[0-9a-f]{17})$", "u");
const pattern36 = new RegExp("^vpce-([0-9a-f]{8}|[0-9a-f]{17})$", "u");
const pattern40 = new RegExp("^[.\\-_/#A-Za-z0-9]{1,512}$", "u");
const pattern41 = new RegExp("^arn:aws(-[a-z]+)*:iam::[0-9]{12}:(role|user)/[\\w+=,.@/-]{1,512}$", "u");

function validate1(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="mlSections" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.tier === undefined) || (!(func0.call(data, "tier")))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "tier"},message:"must have required property '"+"tier"+"'",schema:schema1.required,parentSchema:schema1,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if((data.client === undefined) || (!(func0.call(data, "client")))){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "client"},message:"must have required property '"+"client"+"'",schema:schema1.required,parentSchema:schema1,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if((data.environment === undefined) || (!(func0.call(data, "environment")))){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "environment"},message:"must have required property '"+"environment"+"'",schema:schema1.required,parentSchema:schema1,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if((data.ml_product === undefined) || (!(func0.call(data, "ml_product")))){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "ml_product"},message:"must have required property '"+"ml_product"+"'",schema:schema1.required,parentSchema:schema1,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
for(const key0 of Object.keys(data)){
if(!(func0.call(schema1.properties, key0))){
const err4 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema1,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.tier !== undefined && func0.call(data, "tier")){
let data0 = data.tier;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if((data0.name === undefined) || (!(func0.call(data0, "name")))){
const err5 = {instancePath:instancePath+"/tier",schemaPath:"#/properties/tier/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema1.properties.tier.required,parentSchema:schema1.properties.tier,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
for(const key1 of Object.keys(data0)){
if(!(((key1 === "name") || (key1 === "version")) || (key1 === "description"))){
const err6 = {instancePath:instancePath+"/tier",schemaPath:"#/properties/tier/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema1.properties.tier,data:data0};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data0.name !== undefined && func0.call(data0, "name")){
let data1 = data0.name;
if(typeof data1 !== "string"){
const err7 = {instancePath:instancePath+"/tier/name",schemaPath:"#/properties/tier/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema1.properties.tier.properties.name.type,parentSchema:schema1.properties.tier.properties.name,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data0.version !== undefined && func0.call(data0, "version")){
let data2 = data0.version;
if(typeof data2 === "string"){
if(!pattern0.test(data2)){
const err8 = {instancePath:instancePath+"/tier/version",schemaPath:"#/properties/tier/properties/version/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Za-z.+-]{1,64}$"},message:"must match pattern \""+"^[0-9A-Za-z.+-]{1,64}$"+"\"",schema:"^[0-9A-Za-z.+-]{1,64}$",parentSchema:schema1.properties.tier.properties.version,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/tier/version",schemaPath:"#/properties/tier/properties/version/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema1.properties.tier.properties.version.type,parentSchema:schema1.properties.tier.properties.version,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data0.description !== undefined && func0.call(data0, "description")){
let data3 = data0.description;
if(typeof data3 === "string"){
if(!pattern1.test(data3)){
const err10 = {instancePath:instancePath+"/tier/description",schemaPath:"#/properties/tier/properties/description/pattern",keyword:"pattern",params:{pattern: "^[\\u0020-\\u007E\\u00A1-\\u00FF]{1,1000}$"},message:"must match pattern \""+"^[\\u0020-\\u007E\\u00A1-\\u00FF]{1,1000}$"+"\"",schema:"^[\\u0020-\\u007E\\u00A1-\\u00FF]{1,1000}$",parentSchema:schema1.properties.tier.properties.description,data:data3};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/tier/description",schemaPath:"#/properties/tier/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema1.properties.tier.properties.description.type,parentSchema:schema1.properties.tier.properties.description,data:data3};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
else {
const err12 = {instancePath:instancePath+"/tier",schemaPath:"#/properties/tier/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema1.properties.tier.type,parentSchema:schema1.properties.tier,data:data0};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.client !== undefined && func0.call(data, "client")){
let data4 = data.client;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if((data4.company_name === undefined) || (!(func0.call(data4, "company_name")))){
const err13 = {instancePath:instancePath+"/client",schemaPath:"#/properties/client/required",keyword:"required",params:{missingProperty: "company_name"},message:"must have required property '"+"company_name"+"'",schema:schema1.properties.client.required,parentSchema:schema1.properties.client,data:data4};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if((data4.company_prefix === undefined) || (!(func0.call(data4, "company_prefix")))){
const err14 = {instancePath:instancePath+"/client",schemaPath:"#/properties/client/required",keyword:"required",params:{missingProperty: "company_prefix"},message:"must have required property '"+"company_prefix"+"'",schema:schema1.properties.client.required,parentSchema:schema1.properties.client,data:data4};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if((data4.account_id === undefined) || (!(func0.call(data4, "account_id")))){
const err15 = {instancePath:instancePath+"/client",schemaPath:"#/properties/client/required",keyword:"required",params:{missingProperty: "account_id"},message:"must have required property '"+"account_id"+"'",schema:schema1.properties.client.required,parentSchema:schema1.properties.client,data:data4};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if((data4.tenant_id === undefined) || (!(func0.call(data4, "tenant_id")))){
const err16 = {instancePath:instancePath+"/client",schemaPath:"#/properties/client/required",keyword:"required",params:{missingProperty: "tenant_id"},message:"must have required property '"+"tenant_id"+"'",schema:schema1.properties.client.required,parentSchema:schema1.properties.client,data:data4};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
for(const key2 of Object.keys(data4)){
if(!((((key2 === "company_name") || (key2 === "company_prefix")) || (key2 === "account_id")) || (key2 === "tenant_id"))){
const err17 = {instancePath:instancePath+"/client",schemaPath:"#/properties/client/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties",schema:false,parentSchema:schema1.properties.client,data:data4};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data4.company_name !== undefined && func0.call(data4, "company_name")){
let data5 = data4.company_name;
if(typeof data5 === "string"){
if(func17(data5) > 128){
const err18 = {instancePath:instancePath+"/client/company_name",schemaPath:"#/properties/client/properties/company_name/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters",schema:128,parentSchema:schema1.properties.client.properties.company_name,data:data5};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(func17(data5) < 1){
const err19 = {instancePath:instancePath+"/client/company_name",schemaPath:"#/properties/client/properties/company_name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema1.properties.client.properties.company_name,data:data5};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
else {
const err20 = {instancePath:instancePath+"/client/company_name",schemaPath:"#/properties/client/properties/company_name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema1.properties.client.properties.company_name.type,parentSchema:schema1.properties.client.properties.company_name,data:data5};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data4.company_prefix !== undefined && func0.call(data4, "company_prefix")){
let data6 = data4.company_prefix;
if(typeof data6 === "string"){
if(!pattern3.test(data6)){
const err21 = {instancePath:instancePath+"/client/company_prefix",schemaPath:"#/properties/client/properties/company_prefix/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9]{1,9}$"},message:"must match pattern \""+"^[a-z][a-z0-9]{1,9}$"+"\"",schema:"^[a-z][a-z0-9]{1,9}$",parentSchema:schema1.properties.client.properties.company_prefix,data:data6};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
else {
const err22 = {instancePath:instancePath+"/client/company_prefix",schemaPath:"#/properties/client/properties/company_prefix/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema1.properties.client.properties.company_prefix.type,parentSchema:schema1.properties.client.properties.company_prefix,data:data6};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data4.account_id !== undefined && func0.call(data4, "account_id")){
let data7 = data4.account_id;
if(typeof data7 === "string"){
if(!pattern4.test(data7)){
const err23 = {instancePath:instancePath+"/client/account_id",schemaPath:"#/properties/client/properties/account_id/pattern",keyword:"pattern",params:{pattern: "^[0-9]{12}$"},message:"must match pattern \""+"^[0-9]{12}$"+"\"",schema:"^[0-9]{12}$",parentSchema:schema1.properties.client.properties.account_id,data:data7};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
else {
const err24 = {instancePath:instancePath+"/client/account_id",schemaPath:"#/properties/client/properties/account_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema1.properties.client.properties.account_id.type,parentSchema:schema1.properties.client.properties.account_id,data:data7};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data4.tenant_id !== undefined && func0.call(data4, "tenant_id")){
let data8 = data4.tenant_id;
if(typeof data8 === "string"){
if(!pattern5.test(data8)){
const err25 = {instancePath:instancePath+"/client/tenant_id",schemaPath:"#/properties/client/properties/tenant_id/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]{4}$"},message:"must match pattern \""+"^[a-z0-9]{4}$"+"\"",schema:"^[a-z0-9]{4}$",parentSchema:schema1.properties.client.properties.tenant_id,data:data8};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
else {
const err26 = {instancePath:instancePath+"/client/tenant_id",schemaPath:"#/properties/client/properties/tenant_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema1.properties.client.properties.tenant_id.type,parentSchema:schema1.properties.client.properties.tenant_id,data:data8};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
}
else {
const err27 = {instancePath:instancePath+"/client",schemaPath:"#/properties/client/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema1.properties.client.type,parentSchema:schema1.properties.client,data:data4};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data.environment !== undefined && func0.call(data, "environment")){
let data9 = data.environment;
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
if((data9.env === undefined) || (!(func0.call(data9, "env")))){
const err28 = {instancePath:instancePath+"/environment",schemaPath:"#/properties/environment/required",keyword:"required",params:{missingProperty: "env"},message:"must have required property '"+"env"+"'",schema:schema1.properties.environment.required,parentSchema:schema1.properties.environment,data:data9};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
if((data9.region === undefined) || (!(func0.call(data9, "region")))){
const err29 = {instancePath:instancePath+"/environment",schemaPath:"#/properties/environment/required",keyword:"required",params:{missingProperty: "region"},message:"must have required property '"+"region"+"'",schema:schema1.properties.environment.required,parentSchema:schema1.properties.environment,data:data9};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
for(const key3 of Object.keys(data9)){
if(!((key3 === "env") || (key3 === "region"))){
const err30 = {instancePath:instancePath+"/environment",schemaPath:"#/properties/environment/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties",schema:false,parentSchema:schema1.properties.environment,data:data9};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data9.env !== undefined && func0.call(data9, "env")){
let data10 = data9.env;
if(typeof data10 !== "string"){
const err31 = {instancePath:instancePath+"/environment/env",schemaPath:"#/properties/environment/properties/env/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema1.properties.environment.properties.env.type,parentSchema:schema1.properties.environment.properties.env,data:data10};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
if(!((((data10 === "prod") || (data10 === "dev")) || (data10 === "test")) || (data10 === "staging"))){
const err32 = {instancePath:instancePath+"/environment/env",schemaPath:"#/properties/environment/properties/env/enum",keyword:"enum",params:{allowedValues: schema1.properties.environment.properties.env.enum},message:"must be equal to one of the allowed values",schema:schema1.properties.environment.properties.env.enum,parentSchema:schema1.properties.environment.properties.env,data:data10};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data9.region !== undefined && func0.call(data9, "region")){
let data11 = data9.region;
if(typeof data11 === "string"){
if(!pattern6.test(data11)){
const err33 = {instancePath:instancePath+"/environment/region",schemaPath:"#/properties/environment/properties/region/pattern",keyword:"pattern",params:{pattern: "^[a-z]{2}(-[a-z]+)+-[0-9]$"},message:"must match pattern \""+"^[a-z]{2}(-[a-z]+)+-[0-9]$"+"\"",schema:"^[a-z]{2}(-[a-z]+)+-[0-9]$",parentSchema:schema1.properties.environment.properties.region,data:data11};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
else {
const err34 = {instancePath:instancePath+"/environment/region",schemaPath:"#/properties/environment/properties/region/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema1.properties.environment.properties.region.type,parentSchema:schema1.properties.environment.properties.region,data:data11};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
}
else {
const err35 = {instancePath:instancePath+"/environment",schemaPath:"#/properties/environment/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema1.properties.environment.type,parentSchema:schema1.properties.environment,data:data9};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data.deployment !== undefined && func0.call(data, "deployment")){
let data12 = data.deployment;
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
for(const key4 of Object.keys(data12)){
if(!(((((key4 === "template_bucket") || (key4 === "template_prefix")) || (key4 === "delivery")) || (key4 === "stack_name")) || (key4 === "approve_wider"))){
const err36 = {instancePath:instancePath+"/deployment",schemaPath:"#/properties/deployment/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties",schema:false,parentSchema:schema1.properties.deployment,data:data12};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data12.template_bucket !== undefined && func0.call(data12, "template_bucket")){
let data13 = data12.template_bucket;
if(typeof data13 === "string"){
if(!pattern7.test(data13)){
const err37 = {instancePath:instancePath+"/deployment/template_bucket",schemaPath:"#/properties/deployment/properties/template_bucket/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$"},message:"must match pattern \""+"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$"+"\"",schema:"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$",parentSchema:schema1.properties.deployment.properties.template_bucket,data:data13};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
else {
const err38 = {instancePath:instancePath+"/deployment/template_bucket",schemaPath:"#/properties/deployment/properties/template_bucket/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema1.properties.deployment.properties.template_bucket.type,parentSchema:schema1.properties.deployment.properties.template_bucket,data:data13};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data12.template_prefix !== undefined && func0.call(data12, "template_prefix")){
let data14 = data12.template_prefix;
if(typeof data14 === "string"){
if(!pattern8.test(data14)){
const err39 = {instancePath:instancePath+"/deployment/template_prefix",schemaPath:"#/properties/deployment/properties/template_prefix/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9!_.*'()/-]{1,512}$"},message:"must match pattern \""+"^[A-Za-z0-9!_.*'()/-]{1,512}$"+"\"",schema:"^[A-Za-z0-9!_.*'()/-]{1,512}$",parentSchema:schema1.properties.deployment.properties.template_prefix,data:data14};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
else {
const err40 = {instancePath:instancePath+"/deployment/template_prefix",schemaPath:"#/properties/deployment/properties/template_prefix/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema1.properties.deployment.properties.template_prefix.type,parentSchema:schema1.properties.deployment.properties.template_prefix,data:data14};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data12.delivery !== undefined && func0.call(data12, "delivery")){
let data15 = data12.delivery;
if(typeof data15 !== "string"){
const err41 = {instancePath:instancePath+"/deployment/delivery",schemaPath:"#/properties/deployment/properties/delivery/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema1.properties.deployment.properties.delivery.type,parentSchema:schema1.properties.deployment.properties.delivery,data:data15};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
if(!(((data15 === "auto") || (data15 === "inline")) || (data15 === "s3"))){
const err42 = {instancePath:instancePath+"/deployment/delivery",schemaPath:"#/properties/deployment/properties/delivery/enum",keyword:"enum",params:{allowedValues: schema1.properties.deployment.properties.delivery.enum},message:"must be equal to one of the allowed values",schema:schema1.properties.deployment.properties.delivery.enum,parentSchema:schema1.properties.deployment.properties.delivery,data:data15};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
if(data12.stack_name !== undefined && func0.call(data12, "stack_name")){
let data16 = data12.stack_name;
if(typeof data16 === "string"){
if(!pattern9.test(data16)){
const err43 = {instancePath:instancePath+"/deployment/stack_name",schemaPath:"#/properties/deployment/properties/stack_name/pattern",keyword:"pattern",params:{pattern: "^[a-zA-Z][-a-zA-Z0-9]{0,127}$"},message:"must match pattern \""+"^[a-zA-Z][-a-zA-Z0-9]{0,127}$"+"\"",schema:"^[a-zA-Z][-a-zA-Z0-9]{0,127}$",parentSchema:schema1.properties.deployment.properties.stack_name,data:data16};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
else {
const err44 = {instancePath:instancePath+"/deployment/stack_name",schemaPath:"#/properties/deployment/properties/stack_name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema1.properties.deployment.properties.stack_name.type,parentSchema:schema1.properties.deployment.properties.stack_name,data:data16};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data12.approve_wider !== undefined && func0.call(data12, "approve_wider")){
let data17 = data12.approve_wider;
if(typeof data17 !== "boolean"){
const err45 = {instancePath:instancePath+"/deployment/approve_wider",schemaPath:"#/properties/deployment/properties/approve_wider/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema1.properties.deployment.properties.approve_wider.type,parentSchema:schema1.properties.deployment.properties.approve_wider,data:data17};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
}
else {
const err46 = {instancePath:instancePath+"/deployment",schemaPath:"#/properties/deployment/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema1.properties.deployment.type,parentSchema:schema1.properties.deployment,data:data12};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
if(data.ml_product !== undefined && func0.call(data, "ml_product")){
let data18 = data.ml_product;
if(data18 && typeof data18 == "object" && !Array.isArray(data18)){
if((data18.use_case === undefined) || (!(func0.call(data18, "use_case")))){
const err47 = {instancePath:instancePath+"/ml_product",schemaPath:"#/properties/ml_product/required",keyword:"required",params:{missingProperty: "use_case"},message:"must have required property '"+"use_case"+"'",schema:schema1.properties.ml_product.required,parentSchema:schema1.properties.ml_product,data:data18};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
if((data18.source_control === undefined) || (!(func0.call(data18, "source_control")))){
const err48 = {instancePath:instancePath+"/ml_product",schemaPath:"#/properties/ml_product/required",keyword:"required",params:{missingProperty: "source_control"},message:"must have required property '"+"source_control"+"'",schema:schema1.properties.ml_product.required,parentSchema:schema1.properties.ml_product,data:data18};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
for(const key5 of Object.keys(data18)){
if(!(func0.call(schema1.properties.ml_product.properties, key5))){
const err49 = {instancePath:instancePath+"/ml_product",schemaPath:"#/properties/ml_product/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},message:"must NOT have additional properties",schema:false,parentSchema:schema1.properties.ml_product,data:data18};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
if(data18.use_case !== undefined && func0.call(data18, "use_case")){
let data19 = data18.use_case;
if(typeof data19 === "string"){
if(func17(data19) > 32){
const err50 = {instancePath:instancePath+"/ml_product/use_case",schemaPath:"#/properties/ml_product/properties/use_case/maxLength",keyword:"maxLength",params:{limit: 32},message:"must NOT have more than 32 characters",schema:32,parentSchema:schema1.properties.ml_product.properties.use_case,data:data19};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
if(!pattern28.test(data19)){
const err51 = {instancePath:instancePath+"/ml_product/use_case",schemaPath:"#/properties/ml_product/properties/use_case/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"+"\"",schema:"^[a-z][a-z0-9]*(-[a-z0-9]+)*$",parentSchema:schema1.properties.ml_product.properties.use_case,data:data19};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
else {
const err52 = {instancePath:instancePath+"/ml_product/use_case",schemaPath:"#/properties/ml_product/properties/use_case/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema1.properties.ml_product.properties.use_case.type,parentSchema:schema1.properties.ml_product.properties.use_case,data:data19};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
if(data18.workload !== undefined && func0.call(data18, "workload")){
let data20 = data18.workload;
if(typeof data20 === "string"){
if(func17(data20) > 24){
const err53 = {instancePath:instancePath+"/ml_product/workload",schemaPath:"#/properties/ml_product/properties/workload/maxLength",keyword:"maxLength",params:{limit: 24},message:"must NOT have more than 24 characters",schema:24,parentSchema:schema1.properties.ml_product.properties.workload,data:data20};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
if(!pattern28.test(data20)){
const err54 = {instancePath:instancePath+"/ml_product/workload",schemaPath:"#/properties/ml_product/properties/workload/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"+"\"",schema:"^[a-z][a-z0-9]*(-[a-z0-9]+)*$",parentSchema:schema1.properties.ml_product.properties.workload,data:data20};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
else {
const err55 = {instancePath:instancePath+"/ml_product/workload",schemaPath:"#/properties/ml_product/properties/workload/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema1.properties.ml_product.properties.workload.type,parentSchema:schema1.properties.ml_product.properties.workload,data:data20};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
if(data18.source_control !== undefined && func0.call(data18, "source_control")){
let data21 = data18.source_control;
if(typeof data21 !== "string"){
const err56 = {instancePath:instancePath+"/ml_product/source_control",schemaPath:"#/properties/ml_product/properties/source_control/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema1.properties.ml_product.properties.source_control.type,parentSchema:schema1.properties.ml_product.properties.source_control,data:data21};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
if(!((data21 === "codecommit") || (data21 === "s3"))){
const err57 = {instancePath:instancePath+"/ml_product/source_control",schemaPath:"#/properties/ml_product/properties/source_control/enum",keyword:"enum",params:{allowedValues: schema1.properties.ml_product.properties.source_control.enum},message:"must be equal to one of the allowed values",schema:schema1.properties.ml_product.properties.source_control.enum,parentSchema:schema1.properties.ml_product.properties.source_control,data:data21};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
if(data18.s3_prefix !== undefined && func0.call(data18, "s3_prefix")){
let data22 = data18.s3_prefix;
if(typeof data22 === "string"){
if(func17(data22) > 512){
const err58 = {instancePath:instancePath+"/ml_product/s3_prefix",schemaPath:"#/properties/ml_product/properties/s3_prefix/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters",schema:512,parentSchema:schema1.properties.ml_product.properties.s3_prefix,data:data22};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
if(!pattern30.test(data22)){
const err59 = {instancePath:instancePath+"/ml_product/s3_prefix",schemaPath:"#/properties/ml_product/properties/s3_prefix/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](/[A-Za-z0-9!_.'()-]+)*$"},message:"must match pattern \""+"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](/[A-Za-z0-9!_.'()-]+)*$"+"\"",schema:"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](/[A-Za-z0-9!_.'()-]+)*$",parentSchema:schema1.properties.ml_product.properties.s3_prefix,data:data22};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
else {
const err60 = {instancePath:instancePath+"/ml_product/s3_prefix",schemaPath:"#/properties/ml_product/properties/s3_prefix/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema1.properties.ml_product.properties.s3_prefix.type,parentSchema:schema1.properties.ml_product.properties.s3_prefix,data:data22};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
if(data18.alerts_email !== undefined && func0.call(data18, "alerts_email")){
let data23 = data18.alerts_email;
if(typeof data23 === "string"){
if(func17(data23) > 254){
const err61 = {instancePath:instancePath+"/ml_product/alerts_email",schemaPath:"#/properties/ml_product/properties/alerts_email/maxLength",keyword:"maxLength",params:{limit: 254},message:"must NOT have more than 254 characters",schema:254,parentSchema:schema1.properties.ml_product.properties.alerts_email,data:data23};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
if(!pattern31.test(data23)){
const err62 = {instancePath:instancePath+"/ml_product/alerts_email",schemaPath:"#/properties/ml_product/properties/alerts_email/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+$"},message:"must match pattern \""+"^[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+$"+"\"",schema:"^[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+$",parentSchema:schema1.properties.ml_product.properties.alerts_email,data:data23};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
else {
const err63 = {instancePath:instancePath+"/ml_product/alerts_email",schemaPath:"#/properties/ml_product/properties/alerts_email/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema1.properties.ml_product.properties.alerts_email.type,parentSchema:schema1.properties.ml_product.properties.alerts_email,data:data23};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
if(data18.log_retention_days !== undefined && func0.call(data18, "log_retention_days")){
let data24 = data18.log_retention_days;
if(!(((typeof data24 == "number") && (!(data24 % 1) && !isNaN(data24))) && (isFinite(data24)))){
const err64 = {instancePath:instancePath+"/ml_product/log_retention_days",schemaPath:"#/properties/ml_product/properties/log_retention_days/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema1.properties.ml_product.properties.log_retention_days.type,parentSchema:schema1.properties.ml_product.properties.log_retention_days,data:data24};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
if((typeof data24 == "number") && (isFinite(data24))){
if(data24 > 3653 || isNaN(data24)){
const err65 = {instancePath:instancePath+"/ml_product/log_retention_days",schemaPath:"#/properties/ml_product/properties/log_retention_days/maximum",keyword:"maximum",params:{comparison: "<=", limit: 3653},message:"must be <= 3653",schema:3653,parentSchema:schema1.properties.ml_product.properties.log_retention_days,data:data24};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
if(data24 < 90 || isNaN(data24)){
const err66 = {instancePath:instancePath+"/ml_product/log_retention_days",schemaPath:"#/properties/ml_product/properties/log_retention_days/minimum",keyword:"minimum",params:{comparison: ">=", limit: 90},message:"must be >= 90",schema:90,parentSchema:schema1.properties.ml_product.properties.log_retention_days,data:data24};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
}
if(data18.compliance_framework !== undefined && func0.call(data18, "compliance_framework")){
let data25 = data18.compliance_framework;
if(typeof data25 !== "string"){
const err67 = {instancePath:instancePath+"/ml_product/compliance_framework",schemaPath:"#/properties/ml_product/properties/compliance_framework/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema1.properties.ml_product.properties.compliance_framework.type,parentSchema:schema1.properties.ml_product.properties.compliance_framework,data:data25};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
if(!((((data25 === "general") || (data25 === "pci-dss")) || (data25 === "soc2")) || (data25 === "hipaa"))){
const err68 = {instancePath:instancePath+"/ml_product/compliance_framework",schemaPath:"#/properties/ml_product/properties/compliance_framework/enum",keyword:"enum",params:{allowedValues: schema1.properties.ml_product.properties.compliance_framework.enum},message:"must be equal to one of the allowed values",schema:schema1.properties.ml_product.properties.compliance_framework.enum,parentSchema:schema1.properties.ml_product.properties.compliance_framework,data:data25};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
if(data18.security_stack !== undefined && func0.call(data18, "security_stack")){
let data26 = data18.security_stack;
if(data26 && typeof data26 == "object" && !Array.isArray(data26)){
if((data26.tier === undefined) || (!(func0.call(data26, "tier")))){
const err69 = {instancePath:instancePath+"/ml_product/security_stack",schemaPath:"#/properties/ml_product/properties/security_stack/required",keyword:"required",params:{missingProperty: "tier"},message:"must have required property '"+"tier"+"'",schema:schema1.properties.ml_product.properties.security_stack.required,parentSchema:schema1.properties.ml_product.properties.security_stack,data:data26};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
for(const key6 of Object.keys(data26)){
if(!(key6 === "tier")){
const err70 = {instancePath:instancePath+"/ml_product/security_stack",schemaPath:"#/properties/ml_product/properties/security_stack/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6},message:"must NOT have additional properties",schema:false,parentSchema:schema1.properties.ml_product.properties.security_stack,data:data26};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
}
if(data26.tier !== undefined && func0.call(data26, "tier")){
let data27 = data26.tier;
if(typeof data27 !== "string"){
const err71 = {instancePath:instancePath+"/ml_product/security_stack/tier",schemaPath:"#/properties/ml_product/properties/security_stack/properties/tier/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema1.properties.ml_product.properties.security_stack.properties.tier.type,parentSchema:schema1.properties.ml_product.properties.security_stack.properties.tier,data:data27};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
if(!(((data27 === "startup") || (data27 === "medium")) || (data27 === "enterprise"))){
const err72 = {instancePath:instancePath+"/ml_product/security_stack/tier",schemaPath:"#/properties/ml_product/properties/security_stack/properties/tier/enum",keyword:"enum",params:{allowedValues: schema1.properties.ml_product.properties.security_stack.properties.tier.enum},message:"must be equal to one of the allowed values",schema:schema1.properties.ml_product.properties.security_stack.properties.tier.enum,parentSchema:schema1.properties.ml_product.properties.security_stack.properties.tier,data:data27};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
}
}
else {
const err73 = {instancePath:instancePath+"/ml_product/security_stack",schemaPath:"#/properties/ml_product/properties/security_stack/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema1.properties.ml_product.properties.security_stack.type,parentSchema:schema1.properties.ml_product.properties.security_stack,data:data26};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
if(data18.vpc_mode !== undefined && func0.call(data18, "vpc_mode")){
let data28 = data18.vpc_mode;
if(typeof data28 !== "string"){
const err74 = {instancePath:instancePath+"/ml_product/vpc_mode",schemaPath:"#/properties/ml_product/properties/vpc_mode/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema1.properties.ml_product.properties.vpc_mode.type,parentSchema:schema1.properties.ml_product.properties.vpc_mode,data:data28};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
if(!((data28 === "standalone") || (data28 === "sgprov"))){
const err75 = {instancePath:instancePath+"/ml_product/vpc_mode",schemaPath:"#/properties/ml_product/properties/vpc_mode/enum",keyword:"enum",params:{allowedValues: schema1.properties.ml_product.properties.vpc_mode.enum},message:"must be equal to one of the allowed values",schema:schema1.properties.ml_product.properties.vpc_mode.enum,parentSchema:schema1.properties.ml_product.properties.vpc_mode,data:data28};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
}
if(data18.vpc_source !== undefined && func0.call(data18, "vpc_source")){
let data29 = data18.vpc_source;
if(typeof data29 !== "string"){
const err76 = {instancePath:instancePath+"/ml_product/vpc_source",schemaPath:"#/properties/ml_product/properties/vpc_source/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema1.properties.ml_product.properties.vpc_source.type,parentSchema:schema1.properties.ml_product.properties.vpc_source,data:data29};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
if(!((data29 === "ssm") || (data29 === "direct"))){
const err77 = {instancePath:instancePath+"/ml_product/vpc_source",schemaPath:"#/properties/ml_product/properties/vpc_source/enum",keyword:"enum",params:{allowedValues: schema1.properties.ml_product.properties.vpc_source.enum},message:"must be equal to one of the allowed values",schema:schema1.properties.ml_product.properties.vpc_source.enum,parentSchema:schema1.properties.ml_product.properties.vpc_source,data:data29};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
}
if(data18.vpc_id !== undefined && func0.call(data18, "vpc_id")){
let data30 = data18.vpc_id;
if(typeof data30 === "string"){
if(!pattern32.test(data30)){
const err78 = {instancePath:instancePath+"/ml_product/vpc_id",schemaPath:"#/properties/ml_product/properties/vpc_id/pattern",keyword:"pattern",params:{pattern: "^vpc-([0-9a-f]{8}|[0-9a-f]{17})$"},message:"must match pattern \""+"^vpc-([0-9a-f]{8}|[0-9a-f]{17})$"+"\"",schema:"^vpc-([0-9a-f]{8}|[0-9a-f]{17})$",parentSchema:schema1.properties.ml_product.properties.vpc_id,data:data30};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
}
else {
const err79 = {instancePath:instancePath+"/ml_product/vpc_id",schemaPath:"#/properties/ml_product/properties/vpc_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema1.properties.ml_product.properties.vpc_id.type,parentSchema:schema1.properties.ml_product.properties.vpc_id,data:data30};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
}
if(data18.subnet_ids !== undefined && func0.call(data18, "subnet_ids")){
let data31 = data18.subnet_ids;
if(Array.isArray(data31)){
if(data31.length > 16){
const err80 = {instancePath:instancePath+"/ml_product/subnet_ids",schemaPath:"#/properties/ml_product/properties/subnet_ids/maxItems",keyword:"maxItems",params:{limit: 16},message:"must NOT have more than 16 items",schema:16,parentSchema:schema1.properties.ml_product.properties.subnet_ids,data:data31};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
if(data31.length < 1){
const err81 = {instancePath:instancePath+"/ml_product/subnet_ids",schemaPath:"#/properties/ml_product/properties/subnet_ids/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema1.properties.ml_product.properties.subnet_ids,data:data31};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
const len0 = data31.length;
for(let i0=0; i0<len0; i0++){
let data32 = data31[i0];
if(typeof data32 === "string"){
if(!pattern33.test(data32)){
const err82 = {instancePath:instancePath+"/ml_product/subnet_ids/" + i0,schemaPath:"#/properties/ml_product/properties/subnet_ids/items/pattern",keyword:"pattern",params:{pattern: "^subnet-([0-9a-f]{8}|[0-9a-f]{17})$"},message:"must match pattern \""+"^subnet-([0-9a-f]{8}|[0-9a-f]{17})$"+"\"",schema:"^subnet-([0-9a-f]{8}|[0-9a-f]{17})$",parentSchema:schema1.properties.ml_product.properties.subnet_ids.items,data:data32};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
}
else {
const err83 = {instancePath:instancePath+"/ml_product/subnet_ids/" + i0,schemaPath:"#/properties/ml_product/properties/subnet_ids/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema1.properties.ml_product.properties.subnet_ids.items.type,parentSchema:schema1.properties.ml_product.properties.subnet_ids.items,data:data32};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
}
let i1 = data31.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data31[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err84 = {instancePath:instancePath+"/ml_product/subnet_ids",schemaPath:"#/properties/ml_product/properties/subnet_ids/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)",schema:true,parentSchema:schema1.properties.ml_product.properties.subnet_ids,data:data31};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
break;
}
indices0[item0] = i1;
}
}
}
else {
const err85 = {instancePath:instancePath+"/ml_product/subnet_ids",schemaPath:"#/properties/ml_product/properties/subnet_ids/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema1.properties.ml_product.properties.subnet_ids.type,parentSchema:schema1.properties.ml_product.properties.subnet_ids,data:data31};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
}
if(data18.security_group_id !== undefined && func0.call(data18, "security_group_id")){
let data33 = data18.security_group_id;
if(typeof data33 === "string"){
if(!pattern34.test(data33)){
const err86 = {instancePath:instancePath+"/ml_product/security_group_id",schemaPath:"#/properties/ml_product/properties/security_group_id/pattern",keyword:"pattern",params:{pattern: "^sg-([0-9a-f]{8}|[0-9a-f]{17})$"},message:"must match pattern \""+"^sg-([0-9a-f]{8}|[0-9a-f]{17})$"+"\"",schema:"^sg-([0-9a-f]{8}|[0-9a-f]{17})$",parentSchema:schema1.properties.ml_product.properties.security_group_id,data:data33};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
}
else {
const err87 = {instancePath:instancePath+"/ml_product/security_group_id",schemaPath:"#/properties/ml_product/properties/security_group_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema1.properties.ml_product.properties.security_group_id.type,parentSchema:schema1.properties.ml_product.properties.security_group_id,data:data33};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
}
if(data18.route_table_ids !== undefined && func0.call(data18, "route_table_ids")){
let data34 = data18.route_table_ids;
if(Array.isArray(data34)){
if(data34.length > 50){
const err88 = {instancePath:instancePath+"/ml_product/route_table_ids",schemaPath:"#/properties/ml_product/properties/route_table_ids/maxItems",keyword:"maxItems",params:{limit: 50},message:"must NOT have more than 50 items",schema:50,parentSchema:schema1.properties.ml_product.properties.route_table_ids,data:data34};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
if(data34.length < 1){
const err89 = {instancePath:instancePath+"/ml_product/route_table_ids",schemaPath:"#/properties/ml_product/properties/route_table_ids/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema1.properties.ml_product.properties.route_table_ids,data:data34};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
const len1 = data34.length;
for(let i2=0; i2<len1; i2++){
let data35 = data34[i2];
if(typeof data35 === "string"){
if(!pattern35.test(data35)){
const err90 = {instancePath:instancePath+"/ml_product/route_table_ids/" + i2,schemaPath:"#/properties/ml_product/properties/route_table_ids/items/pattern",keyword:"pattern",params:{pattern: "^rtb-([0-9a-f]{8}|[0-9a-f]{17})$"},message:"must match pattern \""+"^rtb-([0-9a-f]{8}|[0-9a-f]{17})$"+"\"",schema:"^rtb-([0-9a-f]{8}|[0-9a-f]{17})$",parentSchema:schema1.properties.ml_product.properties.route_table_ids.items,data:data35};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
}
else {
const err91 = {instancePath:instancePath+"/ml_product/route_table_ids/" + i2,schemaPath:"#/properties/ml_product/properties/route_table_ids/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema1.properties.ml_product.properties.route_table_ids.items.type,parentSchema:schema1.properties.ml_product.properties.route_table_ids.items,data:data35};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
}
let i3 = data34.length;
let j1;
if(i3 > 1){
const indices1 = {};
for(;i3--;){
let item1 = data34[i3];
if(typeof item1 !== "string"){
continue;
}
if(typeof indices1[item1] == "number"){
j1 = indices1[item1];
const err92 = {instancePath:instancePath+"/ml_product/route_table_ids",schemaPath:"#/properties/ml_product/properties/route_table_ids/uniqueItems",keyword:"uniqueItems",params:{i: i3, j: j1},message:"must NOT have duplicate items (items ## "+j1+" and "+i3+" are identical)",schema:true,parentSchema:schema1.properties.ml_product.properties.route_table_ids,data:data34};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
break;
}
indices1[item1] = i3;
}
}
}
else {
const err93 = {instancePath:instancePath+"/ml_product/route_table_ids",schemaPath:"#/properties/ml_product/properties/route_table_ids/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema1.properties.ml_product.properties.route_table_ids.type,parentSchema:schema1.properties.ml_product.properties.route_table_ids,data:data34};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
}
if(data18.vpc_endpoints !== undefined && func0.call(data18, "vpc_endpoints")){
let data36 = data18.vpc_endpoints;
if(typeof data36 !== "string"){
const err94 = {instancePath:instancePath+"/ml_product/vpc_endpoints",schemaPath:"#/properties/ml_product/properties/vpc_endpoints/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema1.properties.ml_product.properties.vpc_endpoints.type,parentSchema:schema1.properties.ml_product.properties.vpc_endpoints,data:data36};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
if(!((data36 === "create") || (data36 === "reuse"))){
const err95 = {instancePath:instancePath+"/ml_product/vpc_endpoints",schemaPath:"#/properties/ml_product/properties/vpc_endpoints/enum",keyword:"enum",params:{allowedValues: schema1.properties.ml_product.properties.vpc_endpoints.enum},message:"must be equal to one of the allowed values",schema:schema1.properties.ml_product.properties.vpc_endpoints.enum,parentSchema:schema1.properties.ml_product.properties.vpc_endpoints,data:data36};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
}
if(data18.vpc_endpoint_ids !== undefined && func0.call(data18, "vpc_endpoint_ids")){
let data37 = data18.vpc_endpoint_ids;
if(data37 && typeof data37 == "object" && !Array.isArray(data37)){
if((data37.s3 === undefined) || (!(func0.call(data37, "s3")))){
const err96 = {instancePath:instancePath+"/ml_product/vpc_endpoint_ids",schemaPath:"#/properties/ml_product/properties/vpc_endpoint_ids/required",keyword:"required",params:{missingProperty: "s3"},message:"must have required property '"+"s3"+"'",schema:schema1.properties.ml_product.properties.vpc_endpoint_ids.required,parentSchema:schema1.properties.ml_product.properties.vpc_endpoint_ids,data:data37};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
if((data37.sagemaker_api === undefined) || (!(func0.call(data37, "sagemaker_api")))){
const err97 = {instancePath:instancePath+"/ml_product/vpc_endpoint_ids",schemaPath:"#/properties/ml_product/properties/vpc_endpoint_ids/required",keyword:"required",params:{missingProperty: "sagemaker_api"},message:"must have required property '"+"sagemaker_api"+"'",schema:schema1.properties.ml_product.properties.vpc_endpoint_ids.required,parentSchema:schema1.properties.ml_product.properties.vpc_endpoint_ids,data:data37};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
if((data37.sagemaker_runtime === undefined) || (!(func0.call(data37, "sagemaker_runtime")))){
const err98 = {instancePath:instancePath+"/ml_product/vpc_endpoint_ids",schemaPath:"#/properties/ml_product/properties/vpc_endpoint_ids/required",keyword:"required",params:{missingProperty: "sagemaker_runtime"},message:"must have required property '"+"sagemaker_runtime"+"'",schema:schema1.properties.ml_product.properties.vpc_endpoint_ids.required,parentSchema:schema1.properties.ml_product.properties.vpc_endpoint_ids,data:data37};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
if((data37.sts === undefined) || (!(func0.call(data37, "sts")))){
const err99 = {instancePath:instancePath+"/ml_product/vpc_endpoint_ids",schemaPath:"#/properties/ml_product/properties/vpc_endpoint_ids/required",keyword:"required",params:{missingProperty: "sts"},message:"must have required property '"+"sts"+"'",schema:schema1.properties.ml_product.properties.vpc_endpoint_ids.required,parentSchema:schema1.properties.ml_product.properties.vpc_endpoint_ids,data:data37};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
for(const key7 of Object.keys(data37)){
if(!((((key7 === "s3") || (key7 === "sagemaker_api")) || (key7 === "sagemaker_runtime")) || (key7 === "sts"))){
const err100 = {instancePath:instancePath+"/ml_product/vpc_endpoint_ids",schemaPath:"#/properties/ml_product/properties/vpc_endpoint_ids/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7},message:"must NOT have additional properties",schema:false,parentSchema:schema1.properties.ml_product.properties.vpc_endpoint_ids,data:data37};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
}
if(data37.s3 !== undefined && func0.call(data37, "s3")){
let data38 = data37.s3;
if(typeof data38 === "string"){
if(!pattern36.test(data38)){
const err101 = {instancePath:instancePath+"/ml_product/vpc_endpoint_ids/s3",schemaPath:"#/properties/ml_product/properties/vpc_endpoint_ids/properties/s3/pattern",keyword:"pattern",params:{pattern: "^vpce-([0-9a-f]{8}|[0-9a-f]{17})$"},message:"must match pattern \""+"^vpce-([0-9a-f]{8}|[0-9a-f]{17})$"+"\"",schema:"^vpce-([0-9a-f]{8}|[0-9a-f]{17})$",parentSchema:schema1.properties.ml_product.properties.vpc_endpoint_ids.properties.s3,data:data38};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
}
else {
const err102 = {instancePath:instancePath+"/ml_product/vpc_endpoint_ids/s3",schemaPath:"#/properties/ml_product/properties/vpc_endpoint_ids/properties/s3/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema1.properties.ml_product.properties.vpc_endpoint_ids.properties.s3.type,parentSchema:schema1.properties.ml_product.properties.vpc_endpoint_ids.properties.s3,data:data38};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
}
if(data37.sagemaker_api !== undefined && func0.call(data37, "sagemaker_api")){
let data39 = data37.sagemaker_api;
if(typeof data39 === "string"){
if(!pattern36.test(data39)){
const err103 = {instancePath:instancePath+"/ml_product/vpc_endpoint_ids/sagemaker_api",schemaPath:"#/properties/ml_product/properties/vpc_endpoint_ids/properties/sagemaker_api/pattern",keyword:"pattern",params:{pattern: "^vpce-([0-9a-f]{8}|[0-9a-f]{17})$"},message:"must match pattern \""+"^vpce-([0-9a-f]{8}|[0-9a-f]{17})$"+"\"",schema:"^vpce-([0-9a-f]{8}|[0-9a-f]{17})$",parentSchema:schema1.properties.ml_product.properties.vpc_endpoint_ids.properties.sagemaker_api,data:data39};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
}
else {
const err104 = {instancePath:instancePath+"/ml_product/vpc_endpoint_ids/sagemaker_api",schemaPath:"#/properties/ml_product/properties/vpc_endpoint_ids/properties/sagemaker_api/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema1.properties.ml_product.properties.vpc_endpoint_ids.properties.sagemaker_api.type,parentSchema:schema1.properties.ml_product.properties.vpc_endpoint_ids.properties.sagemaker_api,data:data39};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
}
if(data37.sagemaker_runtime !== undefined && func0.call(data37, "sagemaker_runtime")){
let data40 = data37.sagemaker_runtime;
if(typeof data40 === "string"){
if(!pattern36.test(data40)){
const err105 = {instancePath:instancePath+"/ml_product/vpc_endpoint_ids/sagemaker_runtime",schemaPath:"#/properties/ml_product/properties/vpc_endpoint_ids/properties/sagemaker_runtime/pattern",keyword:"pattern",params:{pattern: "^vpce-([0-9a-f]{8}|[0-9a-f]{17})$"},message:"must match pattern \""+"^vpce-([0-9a-f]{8}|[0-9a-f]{17})$"+"\"",schema:"^vpce-([0-9a-f]{8}|[0-9a-f]{17})$",parentSchema:schema1.properties.ml_product.properties.vpc_endpoint_ids.properties.sagemaker_runtime,data:data40};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
}
else {
const err106 = {instancePath:instancePath+"/ml_product/vpc_endpoint_ids/sagemaker_runtime",schemaPath:"#/properties/ml_product/properties/vpc_endpoint_ids/properties/sagemaker_runtime/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema1.properties.ml_product.properties.vpc_endpoint_ids.properties.sagemaker_runtime.type,parentSchema:schema1.properties.ml_product.properties.vpc_endpoint_ids.properties.sagemaker_runtime,data:data40};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
}
if(data37.sts !== undefined && func0.call(data37, "sts")){
let data41 = data37.sts;
if(typeof data41 === "string"){
if(!pattern36.test(data41)){
const err107 = {instancePath:instancePath+"/ml_product/vpc_endpoint_ids/sts",schemaPath:"#/properties/ml_product/properties/vpc_endpoint_ids/properties/sts/pattern",keyword:"pattern",params:{pattern: "^vpce-([0-9a-f]{8}|[0-9a-f]{17})$"},message:"must match pattern \""+"^vpce-([0-9a-f]{8}|[0-9a-f]{17})$"+"\"",schema:"^vpce-([0-9a-f]{8}|[0-9a-f]{17})$",parentSchema:schema1.properties.ml_product.properties.vpc_endpoint_ids.properties.sts,data:data41};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
}
else {
const err108 = {instancePath:instancePath+"/ml_product/vpc_endpoint_ids/sts",schemaPath:"#/properties/ml_product/properties/vpc_endpoint_ids/properties/sts/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema1.properties.ml_product.properties.vpc_endpoint_ids.properties.sts.type,parentSchema:schema1.properties.ml_product.properties.vpc_endpoint_ids.properties.sts,data:data41};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
}
}
else {
const err109 = {instancePath:instancePath+"/ml_product/vpc_endpoint_ids",schemaPath:"#/properties/ml_product/properties/vpc_endpoint_ids/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema1.properties.ml_product.properties.vpc_endpoint_ids.type,parentSchema:schema1.properties.ml_product.properties.vpc_endpoint_ids,data:data37};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
}
}
if(data18.compliance !== undefined && func0.call(data18, "compliance")){
let data42 = data18.compliance;
if(data42 && typeof data42 == "object" && !Array.isArray(data42)){
if((data42.trail === undefined) || (!(func0.call(data42, "trail")))){
const err110 = {instancePath:instancePath+"/ml_product/compliance",schemaPath:"#/properties/ml_product/properties/compliance/required",keyword:"required",params:{missingProperty: "trail"},message:"must have required property '"+"trail"+"'",schema:schema1.properties.ml_product.properties.compliance.required,parentSchema:schema1.properties.ml_product.properties.compliance,data:data42};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
for(const key8 of Object.keys(data42)){
if(!((key8 === "trail") || (key8 === "log_group_name"))){
const err111 = {instancePath:instancePath+"/ml_product/compliance",schemaPath:"#/properties/ml_product/properties/compliance/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8},message:"must NOT have additional properties",schema:false,parentSchema:schema1.properties.ml_product.properties.compliance,data:data42};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
}
if(data42.trail !== undefined && func0.call(data42, "trail")){
let data43 = data42.trail;
if(typeof data43 !== "string"){
const err112 = {instancePath:instancePath+"/ml_product/compliance/trail",schemaPath:"#/properties/ml_product/properties/compliance/properties/trail/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema1.properties.ml_product.properties.compliance.properties.trail.type,parentSchema:schema1.properties.ml_product.properties.compliance.properties.trail,data:data43};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
if(!((data43 === "create") || (data43 === "account"))){
const err113 = {instancePath:instancePath+"/ml_product/compliance/trail",schemaPath:"#/properties/ml_product/properties/compliance/properties/trail/enum",keyword:"enum",params:{allowedValues: schema1.properties.ml_product.properties.compliance.properties.trail.enum},message:"must be equal to one of the allowed values",schema:schema1.properties.ml_product.properties.compliance.properties.trail.enum,parentSchema:schema1.properties.ml_product.properties.compliance.properties.trail,data:data43};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
}
if(data42.log_group_name !== undefined && func0.call(data42, "log_group_name")){
let data44 = data42.log_group_name;
if(typeof data44 === "string"){
if(!pattern40.test(data44)){
const err114 = {instancePath:instancePath+"/ml_product/compliance/log_group_name",schemaPath:"#/properties/ml_product/properties/compliance/properties/log_group_name/pattern",keyword:"pattern",params:{pattern: "^[.\\-_/#A-Za-z0-9]{1,512}$"},message:"must match pattern \""+"^[.\\-_/#A-Za-z0-9]{1,512}$"+"\"",schema:"^[.\\-_/#A-Za-z0-9]{1,512}$",parentSchema:schema1.properties.ml_product.properties.compliance.properties.log_group_name,data:data44};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
}
}
else {
const err115 = {instancePath:instancePath+"/ml_product/compliance/log_group_name",schemaPath:"#/properties/ml_product/properties/compliance/properties/log_group_name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema1.properties.ml_product.properties.compliance.properties.log_group_name.type,parentSchema:schema1.properties.ml_product.properties.compliance.properties.log_group_name,data:data44};
if(vErrors === null){
vErrors = [err115];
}
else {
vErrors.push(err115);
}
errors++;
}
}
}
else {
const err116 = {instancePath:instancePath+"/ml_product/compliance",schemaPath:"#/properties/ml_product/properties/compliance/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema1.properties.ml_product.properties.compliance.type,parentSchema:schema1.properties.ml_product.properties.compliance,data:data42};
if(vErrors === null){
vErrors = [err116];
}
else {
vErrors.push(err116);
}
errors++;
}
}
if(data18.key_administrators !== undefined && func0.call(data18, "key_administrators")){
let data45 = data18.key_administrators;
if(Array.isArray(data45)){
if(data45.length > 10){
const err117 = {instancePath:instancePath+"/ml_product/key_administrators",schemaPath:"#/properties/ml_product/properties/key_administrators/maxItems",keyword:"maxItems",params:{limit: 10},message:"must NOT have more than 10 items",schema:10,parentSchema:schema1.properties.ml_product.properties.key_administrators,data:data45};
if(vErrors === null){
vErrors = [err117];
}
else {
vErrors.push(err117);
}
errors++;
}
if(data45.length < 1){
const err118 = {instancePath:instancePath+"/ml_product/key_administrators",schemaPath:"#/properties/ml_product/properties/key_administrators/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema1.properties.ml_product.properties.key_administrators,data:data45};
if(vErrors === null){
vErrors = [err118];
}
else {
vErrors.push(err118);
}
errors++;
}
const len2 = data45.length;
for(let i4=0; i4<len2; i4++){
let data46 = data45[i4];
if(typeof data46 === "string"){
if(!pattern41.test(data46)){
const err119 = {instancePath:instancePath+"/ml_product/key_administrators/" + i4,schemaPath:"#/properties/ml_product/properties/key_administrators/items/pattern",keyword:"pattern",params:{pattern: "^arn:aws(-[a-z]+)*:iam::[0-9]{12}:(role|user)/[\\w+=,.@/-]{1,512}$"},message:"must match pattern \""+"^arn:aws(-[a-z]+)*:iam::[0-9]{12}:(role|user)/[\\w+=,.@/-]{1,512}$"+"\"",schema:"^arn:aws(-[a-z]+)*:iam::[0-9]{12}:(role|user)/[\\w+=,.@/-]{1,512}$",parentSchema:schema1.properties.ml_product.properties.key_administrators.items,data:data46};
if(vErrors === null){
vErrors = [err119];
}
else {
vErrors.push(err119);
}
errors++;
}
}
else {
const err120 = {instancePath:instancePath+"/ml_product/key_administrators/" + i4,schemaPath:"#/properties/ml_product/properties/key_administrators/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema1.properties.ml_product.properties.key_administrators.items.type,parentSchema:schema1.properties.ml_product.properties.key_administrators.items,data:data46};
if(vErrors === null){
vErrors = [err120];
}
else {
vErrors.push(err120);
}
errors++;
}
}
let i5 = data45.length;
let j2;
if(i5 > 1){
const indices2 = {};
for(;i5--;){
let item2 = data45[i5];
if(typeof item2 !== "string"){
continue;
}
if(typeof indices2[item2] == "number"){
j2 = indices2[item2];
const err121 = {instancePath:instancePath+"/ml_product/key_administrators",schemaPath:"#/properties/ml_product/properties/key_administrators/uniqueItems",keyword:"uniqueItems",params:{i: i5, j: j2},message:"must NOT have duplicate items (items ## "+j2+" and "+i5+" are identical)",schema:true,parentSchema:schema1.properties.ml_product.properties.key_administrators,data:data45};
if(vErrors === null){
vErrors = [err121];
}
else {
vErrors.push(err121);
}
errors++;
break;
}
indices2[item2] = i5;
}
}
}
else {
const err122 = {instancePath:instancePath+"/ml_product/key_administrators",schemaPath:"#/properties/ml_product/properties/key_administrators/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema1.properties.ml_product.properties.key_administrators.type,parentSchema:schema1.properties.ml_product.properties.key_administrators,data:data45};
if(vErrors === null){
vErrors = [err122];
}
else {
vErrors.push(err122);
}
errors++;
}
}
}
else {
const err123 = {instancePath:instancePath+"/ml_product",schemaPath:"#/properties/ml_product/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema1.properties.ml_product.type,parentSchema:schema1.properties.ml_product,data:data18};
if(vErrors === null){
vErrors = [err123];
}
else {
vErrors.push(err123);
}
errors++;
}
}
if(data.tags !== undefined && func0.call(data, "tags")){
let data47 = data.tags;
if(data47 && typeof data47 == "object" && !Array.isArray(data47)){
for(const key9 of Object.keys(data47)){
let data48 = data47[key9];
if(typeof data48 === "string"){
if(func17(data48) > 256){
const err124 = {instancePath:instancePath+"/tags/" + key9.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/tags/additionalProperties/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters",schema:256,parentSchema:schema1.properties.tags.additionalProperties,data:data48};
if(vErrors === null){
vErrors = [err124];
}
else {
vErrors.push(err124);
}
errors++;
}
}
else {
const err125 = {instancePath:instancePath+"/tags/" + key9.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/tags/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema1.properties.tags.additionalProperties.type,parentSchema:schema1.properties.tags.additionalProperties,data:data48};
if(vErrors === null){
vErrors = [err125];
}
else {
vErrors.push(err125);
}
errors++;
}
}
}
else {
const err126 = {instancePath:instancePath+"/tags",schemaPath:"#/properties/tags/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema1.properties.tags.type,parentSchema:schema1.properties.tags,data:data47};
if(vErrors === null){
vErrors = [err126];
}
else {
vErrors.push(err126);
}
errors++;
}
}
if(data.license !== undefined && func0.call(data, "license")){
let data49 = data.license;
if(data49 && typeof data49 == "object" && !Array.isArray(data49)){
if((data49.provider === undefined) || (!(func0.call(data49, "provider")))){
const err127 = {instancePath:instancePath+"/license",schemaPath:"#/properties/license/required",keyword:"required",params:{missingProperty: "provider"},message:"must have required property '"+"provider"+"'",schema:schema1.properties.license.required,parentSchema:schema1.properties.license,data:data49};
if(vErrors === null){
vErrors = [err127];
}
else {
vErrors.push(err127);
}
errors++;
}
for(const key10 of Object.keys(data49)){
if(!(((((((key10 === "provider") || (key10 === "product_code")) || (key10 === "public_key_version")) || (key10 === "public_key")) || (key10 === "product_sku")) || (key10 === "key_fingerprint")) || (key10 === "entitlement"))){
const err128 = {instancePath:instancePath+"/license",schemaPath:"#/properties/license/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10},message:"must NOT have additional properties",schema:false,parentSchema:schema1.properties.license,data:data49};
if(vErrors === null){
vErrors = [err128];
}
else {
vErrors.push(err128);
}
errors++;
}
}
if(data49.provider !== undefined && func0.call(data49, "provider")){
let data50 = data49.provider;
if(typeof data50 !== "string"){
const err129 = {instancePath:instancePath+"/license/provider",schemaPath:"#/properties/license/properties/provider/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema1.properties.license.properties.provider.type,parentSchema:schema1.properties.license.properties.provider,data:data50};
if(vErrors === null){
vErrors = [err129];
}
else {
vErrors.push(err129);
}
errors++;
}
if(!((data50 === "metering") || (data50 === "license-manager"))){
const err130 = {instancePath:instancePath+"/license/provider",schemaPath:"#/properties/license/properties/provider/enum",keyword:"enum",params:{allowedValues: schema1.properties.license.properties.provider.enum},message:"must be equal to one of the allowed values",schema:schema1.properties.license.properties.provider.enum,parentSchema:schema1.properties.license.properties.provider,data:data50};
if(vErrors === null){
vErrors = [err130];
}
else {
vErrors.push(err130);
}
errors++;
}
}
if(data49.product_code !== undefined && func0.call(data49, "product_code")){
let data51 = data49.product_code;
if(typeof data51 === "string"){
if(!pattern10.test(data51)){
const err131 = {instancePath:instancePath+"/license/product_code",schemaPath:"#/properties/license/properties/product_code/pattern",keyword:"pattern",params:{pattern: "^[-a-zA-Z0-9/=:_.@]{1,255}$"},message:"must match pattern \""+"^[-a-zA-Z0-9/=:_.@]{1,255}$"+"\"",schema:"^[-a-zA-Z0-9/=:_.@]{1,255}$",parentSchema:schema1.properties.license.properties.product_code,data:data51};
if(vErrors === null){
vErrors = [err131];
}
else {
vErrors.push(err131);
}
errors++;
}
}
else {
const err132 = {instancePath:instancePath+"/license/product_code",schemaPath:"#/properties/license/properties/product_code/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema1.properties.license.properties.product_code.type,parentSchema:schema1.properties.license.properties.product_code,data:data51};
if(vErrors === null){
vErrors = [err132];
}
else {
vErrors.push(err132);
}
errors++;
}
}
if(data49.public_key_version !== undefined && func0.call(data49, "public_key_version")){
let data52 = data49.public_key_version;
if(!(((typeof data52 == "number") && (!(data52 % 1) && !isNaN(data52))) && (isFinite(data52)))){
const err133 = {instancePath:instancePath+"/license/public_key_version",schemaPath:"#/properties/license/properties/public_key_version/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema1.properties.license.properties.public_key_version.type,parentSchema:schema1.properties.license.properties.public_key_version,data:data52};
if(vErrors === null){
vErrors = [err133];
}
else {
vErrors.push(err133);
}
errors++;
}
if((typeof data52 == "number") && (isFinite(data52))){
if(data52 > 2147483647 || isNaN(data52)){
const err134 = {instancePath:instancePath+"/license/public_key_version",schemaPath:"#/properties/license/properties/public_key_version/maximum",keyword:"maximum",params:{comparison: "<=", limit: 2147483647},message:"must be <= 2147483647",schema:2147483647,parentSchema:schema1.properties.license.properties.public_key_version,data:data52};
if(vErrors === null){
vErrors = [err134];
}
else {
vErrors.push(err134);
}
errors++;
}
if(data52 < 1 || isNaN(data52)){
const err135 = {instancePath:instancePath+"/license/public_key_version",schemaPath:"#/properties/license/properties/public_key_version/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema1.properties.license.properties.public_key_version,data:data52};
if(vErrors === null){
vErrors = [err135];
}
else {
vErrors.push(err135);
}
errors++;
}
}
}
if(data49.public_key !== undefined && func0.call(data49, "public_key")){
let data53 = data49.public_key;
if(typeof data53 === "string"){
if(func17(data53) > 10000){
const err136 = {instancePath:instancePath+"/license/public_key",schemaPath:"#/properties/license/properties/public_key/maxLength",keyword:"maxLength",params:{limit: 10000},message:"must NOT have more than 10000 characters",schema:10000,parentSchema:schema1.properties.license.properties.public_key,data:data53};
if(vErrors === null){
vErrors = [err136];
}
else {
vErrors.push(err136);
}
errors++;
}
}
else {
const err137 = {instancePath:instancePath+"/license/public_key",schemaPath:"#/properties/license/properties/public_key/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema1.properties.license.properties.public_key.type,parentSchema:schema1.properties.license.properties.public_key,data:data53};
if(vErrors === null){
vErrors = [err137];
}
else {
vErrors.push(err137);
}
errors++;
}
}
if(data49.product_sku !== undefined && func0.call(data49, "product_sku")){
let data54 = data49.product_sku;
if(typeof data54 === "string"){
if(!pattern11.test(data54)){
const err138 = {instancePath:instancePath+"/license/product_sku",schemaPath:"#/properties/license/properties/product_sku/pattern",keyword:"pattern",params:{pattern: "^[-a-zA-Z0-9_.]{1,128}$"},message:"must match pattern \""+"^[-a-zA-Z0-9_.]{1,128}$"+"\"",schema:"^[-a-zA-Z0-9_.]{1,128}$",parentSchema:schema1.properties.license.properties.product_sku,data:data54};
if(vErrors === null){
vErrors = [err138];
}
else {
vErrors.push(err138);
}
errors++;
}
}
else {
const err139 = {instancePath:instancePath+"/license/product_sku",schemaPath:"#/properties/license/properties/product_sku/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema1.properties.license.properties.product_sku.type,parentSchema:schema1.properties.license.properties.product_sku,data:data54};
if(vErrors === null){
vErrors = [err139];
}
else {
vErrors.push(err139);
}
errors++;
}
}
if(data49.key_fingerprint !== undefined && func0.call(data49, "key_fingerprint")){
let data55 = data49.key_fingerprint;
if(typeof data55 === "string"){
if(!pattern12.test(data55)){
const err140 = {instancePath:instancePath+"/license/key_fingerprint",schemaPath:"#/properties/license/properties/key_fingerprint/pattern",keyword:"pattern",params:{pattern: "^aws:[0-9]{12}:[-\\w./ ]{1,128}:[-\\w.]{1,128}$"},message:"must match pattern \""+"^aws:[0-9]{12}:[-\\w./ ]{1,128}:[-\\w.]{1,128}$"+"\"",schema:"^aws:[0-9]{12}:[-\\w./ ]{1,128}:[-\\w.]{1,128}$",parentSchema:schema1.properties.license.properties.key_fingerprint,data:data55};
if(vErrors === null){
vErrors = [err140];
}
else {
vErrors.push(err140);
}
errors++;
}
}
else {
const err141 = {instancePath:instancePath+"/license/key_fingerprint",schemaPath:"#/properties/license/properties/key_fingerprint/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema1.properties.license.properties.key_fingerprint.type,parentSchema:schema1.properties.license.properties.key_fingerprint,data:data55};
if(vErrors === null){
vErrors = [err141];
}
else {
vErrors.push(err141);
}
errors++;
}
}
if(data49.entitlement !== undefined && func0.call(data49, "entitlement")){
let data56 = data49.entitlement;
if(typeof data56 === "string"){
if(!pattern13.test(data56)){
const err142 = {instancePath:instancePath+"/license/entitlement",schemaPath:"#/properties/license/properties/entitlement/pattern",keyword:"pattern",params:{pattern: "^[\\w.:/ -]{1,256}$"},message:"must match pattern \""+"^[\\w.:/ -]{1,256}$"+"\"",schema:"^[\\w.:/ -]{1,256}$",parentSchema:schema1.properties.license.properties.entitlement,data:data56};
if(vErrors === null){
vErrors = [err142];
}
else {
vErrors.push(err142);
}
errors++;
}
}
else {
const err143 = {instancePath:instancePath+"/license/entitlement",schemaPath:"#/properties/license/properties/entitlement/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema1.properties.license.properties.entitlement.type,parentSchema:schema1.properties.license.properties.entitlement,data:data56};
if(vErrors === null){
vErrors = [err143];
}
else {
vErrors.push(err143);
}
errors++;
}
}
}
else {
const err144 = {instancePath:instancePath+"/license",schemaPath:"#/properties/license/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema1.properties.license.type,parentSchema:schema1.properties.license,data:data49};
if(vErrors === null){
vErrors = [err144];
}
else {
vErrors.push(err144);
}
errors++;
}
}
if(data.exemptions !== undefined && func0.call(data, "exemptions")){
let data57 = data.exemptions;
if(Array.isArray(data57)){
if(data57.length > 100){
const err145 = {instancePath:instancePath+"/exemptions",schemaPath:"#/properties/exemptions/maxItems",keyword:"maxItems",params:{limit: 100},message:"must NOT have more than 100 items",schema:100,parentSchema:schema1.properties.exemptions,data:data57};
if(vErrors === null){
vErrors = [err145];
}
else {
vErrors.push(err145);
}
errors++;
}
const len3 = data57.length;
for(let i6=0; i6<len3; i6++){
let data58 = data57[i6];
if(data58 && typeof data58 == "object" && !Array.isArray(data58)){
if((data58.rule === undefined) || (!(func0.call(data58, "rule")))){
const err146 = {instancePath:instancePath+"/exemptions/" + i6,schemaPath:"#/properties/exemptions/items/required",keyword:"required",params:{missingProperty: "rule"},message:"must have required property '"+"rule"+"'",schema:schema1.properties.exemptions.items.required,parentSchema:schema1.properties.exemptions.items,data:data58};
if(vErrors === null){
vErrors = [err146];
}
else {
vErrors.push(err146);
}
errors++;
}
if((data58.principal === undefined) || (!(func0.call(data58, "principal")))){
const err147 = {instancePath:instancePath+"/exemptions/" + i6,schemaPath:"#/properties/exemptions/items/required",keyword:"required",params:{missingProperty: "principal"},message:"must have required property '"+"principal"+"'",schema:schema1.properties.exemptions.items.required,parentSchema:schema1.properties.exemptions.items,data:data58};
if(vErrors === null){
vErrors = [err147];
}
else {
vErrors.push(err147);
}
errors++;
}
if((data58.policy === undefined) || (!(func0.call(data58, "policy")))){
const err148 = {instancePath:instancePath+"/exemptions/" + i6,schemaPath:"#/properties/exemptions/items/required",keyword:"required",params:{missingProperty: "policy"},message:"must have required property '"+"policy"+"'",schema:schema1.properties.exemptions.items.required,parentSchema:schema1.properties.exemptions.items,data:data58};
if(vErrors === null){
vErrors = [err148];
}
else {
vErrors.push(err148);
}
errors++;
}
if((data58.reason === undefined) || (!(func0.call(data58, "reason")))){
const err149 = {instancePath:instancePath+"/exemptions/" + i6,schemaPath:"#/properties/exemptions/items/required",keyword:"required",params:{missingProperty: "reason"},message:"must have required property '"+"reason"+"'",schema:schema1.properties.exemptions.items.required,parentSchema:schema1.properties.exemptions.items,data:data58};
if(vErrors === null){
vErrors = [err149];
}
else {
vErrors.push(err149);
}
errors++;
}
if((data58.expires === undefined) || (!(func0.call(data58, "expires")))){
const err150 = {instancePath:instancePath+"/exemptions/" + i6,schemaPath:"#/properties/exemptions/items/required",keyword:"required",params:{missingProperty: "expires"},message:"must have required property '"+"expires"+"'",schema:schema1.properties.exemptions.items.required,parentSchema:schema1.properties.exemptions.items,data:data58};
if(vErrors === null){
vErrors = [err150];
}
else {
vErrors.push(err150);
}
errors++;
}
for(const key11 of Object.keys(data58)){
if(!(((((key11 === "rule") || (key11 === "principal")) || (key11 === "policy")) || (key11 === "reason")) || (key11 === "expires"))){
const err151 = {instancePath:instancePath+"/exemptions/" + i6,schemaPath:"#/properties/exemptions/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key11},message:"must NOT have additional properties",schema:false,parentSchema:schema1.properties.exemptions.items,data:data58};
if(vErrors === null){
vErrors = [err151];
}
else {
vErrors.push(err151);
}
errors++;
}
}
if(data58.rule !== undefined && func0.call(data58, "rule")){
let data59 = data58.rule;
if(typeof data59 === "string"){
if(!pattern14.test(data59)){
const err152 = {instancePath:instancePath+"/exemptions/" + i6+"/rule",schemaPath:"#/properties/exemptions/items/properties/rule/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9-]{1,63}$"},message:"must match pattern \""+"^[a-z][a-z0-9-]{1,63}$"+"\"",schema:"^[a-z][a-z0-9-]{1,63}$",parentSchema:schema1.properties.exemptions.items.properties.rule,data:data59};
if(vErrors === null){
vErrors = [err152];
}
else {
vErrors.push(err152);
}
errors++;
}
}
else {
const err153 = {instancePath:instancePath+"/exemptions/" + i6+"/rule",schemaPath:"#/properties/exemptions/items/properties/rule/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema1.properties.exemptions.items.properties.rule.type,parentSchema:schema1.properties.exemptions.items.properties.rule,data:data59};
if(vErrors === null){
vErrors = [err153];
}
else {
vErrors.push(err153);
}
errors++;
}
}
if(data58.principal !== undefined && func0.call(data58, "principal")){
let data60 = data58.principal;
if(typeof data60 === "string"){
if(!pattern15.test(data60)){
const err154 = {instancePath:instancePath+"/exemptions/" + i6+"/principal",schemaPath:"#/properties/exemptions/items/properties/principal/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9]*(_[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z][a-z0-9]*(_[a-z0-9]+)*$"+"\"",schema:"^[a-z][a-z0-9]*(_[a-z0-9]+)*$",parentSchema:schema1.properties.exemptions.items.properties.principal,data:data60};
if(vErrors === null){
vErrors = [err154];
}
else {
vErrors.push(err154);
}
errors++;
}
}
else {
const err155 = {instancePath:instancePath+"/exemptions/" + i6+"/principal",schemaPath:"#/properties/exemptions/items/properties/principal/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema1.properties.exemptions.items.properties.principal.type,parentSchema:schema1.properties.exemptions.items.properties.principal,data:data60};
if(vErrors === null){
vErrors = [err155];
}
else {
vErrors.push(err155);
}
errors++;
}
}
if(data58.policy !== undefined && func0.call(data58, "policy")){
let data61 = data58.policy;
if(typeof data61 === "string"){
if(!pattern16.test(data61)){
const err156 = {instancePath:instancePath+"/exemptions/" + i6+"/policy",schemaPath:"#/properties/exemptions/items/properties/policy/pattern",keyword:"pattern",params:{pattern: "^[\\w+=,.@/-]{1,200}$"},message:"must match pattern \""+"^[\\w+=,.@/-]{1,200}$"+"\"",schema:"^[\\w+=,.@/-]{1,200}$",parentSchema:schema1.properties.exemptions.items.properties.policy,data:data61};
if(vErrors === null){
vErrors = [err156];
}
else {
vErrors.push(err156);
}
errors++;
}
}
else {
const err157 = {instancePath:instancePath+"/exemptions/" + i6+"/policy",schemaPath:"#/properties/exemptions/items/properties/policy/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema1.properties.exemptions.items.properties.policy.type,parentSchema:schema1.properties.exemptions.items.properties.policy,data:data61};
if(vErrors === null){
vErrors = [err157];
}
else {
vErrors.push(err157);
}
errors++;
}
}
if(data58.reason !== undefined && func0.call(data58, "reason")){
let data62 = data58.reason;
if(typeof data62 === "string"){
if(!pattern17.test(data62)){
const err158 = {instancePath:instancePath+"/exemptions/" + i6+"/reason",schemaPath:"#/properties/exemptions/items/properties/reason/pattern",keyword:"pattern",params:{pattern: "^[\\u0020-\\u007E\\u00A1-\\u00FF]{10,500}$"},message:"must match pattern \""+"^[\\u0020-\\u007E\\u00A1-\\u00FF]{10,500}$"+"\"",schema:"^[\\u0020-\\u007E\\u00A1-\\u00FF]{10,500}$",parentSchema:schema1.properties.exemptions.items.properties.reason,data:data62};
if(vErrors === null){
vErrors = [err158];
}
else {
vErrors.push(err158);
}
errors++;
}
}
else {
const err159 = {instancePath:instancePath+"/exemptions/" + i6+"/reason",schemaPath:"#/properties/exemptions/items/properties/reason/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema1.properties.exemptions.items.properties.reason.type,parentSchema:schema1.properties.exemptions.items.properties.reason,data:data62};
if(vErrors === null){
vErrors = [err159];
}
else {
vErrors.push(err159);
}
errors++;
}
}
if(data58.expires !== undefined && func0.call(data58, "expires")){
let data63 = data58.expires;
if(typeof data63 === "string"){
if(!pattern18.test(data63)){
const err160 = {instancePath:instancePath+"/exemptions/" + i6+"/expires",schemaPath:"#/properties/exemptions/items/properties/expires/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"},message:"must match pattern \""+"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"+"\"",schema:"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",parentSchema:schema1.properties.exemptions.items.properties.expires,data:data63};
if(vErrors === null){
vErrors = [err160];
}
else {
vErrors.push(err160);
}
errors++;
}
}
else {
const err161 = {instancePath:instancePath+"/exemptions/" + i6+"/expires",schemaPath:"#/properties/exemptions/items/properties/expires/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema1.properties.exemptions.items.properties.expires.type,parentSchema:schema1.properties.exemptions.items.properties.expires,data:data63};
if(vErrors === null){
vErrors = [err161];
}
else {
vErrors.push(err161);
}
errors++;
}
}
}
else {
const err162 = {instancePath:instancePath+"/exemptions/" + i6,schemaPath:"#/properties/exemptions/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema1.properties.exemptions.items.type,parentSchema:schema1.properties.exemptions.items,data:data58};
if(vErrors === null){
vErrors = [err162];
}
else {
vErrors.push(err162);
}
errors++;
}
}
}
else {
const err163 = {instancePath:instancePath+"/exemptions",schemaPath:"#/properties/exemptions/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema1.properties.exemptions.type,parentSchema:schema1.properties.exemptions,data:data57};
if(vErrors === null){
vErrors = [err163];
}
else {
vErrors.push(err163);
}
errors++;
}
}
if(data.quotas !== undefined && func0.call(data, "quotas")){
let data64 = data.quotas;
if(data64 && typeof data64 == "object" && !Array.isArray(data64)){
for(const key12 of Object.keys(data64)){
if(!((key12 === "managed_policies_per_role") || (key12 === "role_trust_policy_characters"))){
const err164 = {instancePath:instancePath+"/quotas",schemaPath:"#/properties/quotas/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key12},message:"must NOT have additional properties",schema:false,parentSchema:schema1.properties.quotas,data:data64};
if(vErrors === null){
vErrors = [err164];
}
else {
vErrors.push(err164);
}
errors++;
}
}
if(data64.managed_policies_per_role !== undefined && func0.call(data64, "managed_policies_per_role")){
let data65 = data64.managed_policies_per_role;
if(!(((typeof data65 == "number") && (!(data65 % 1) && !isNaN(data65))) && (isFinite(data65)))){
const err165 = {instancePath:instancePath+"/quotas/managed_policies_per_role",schemaPath:"#/properties/quotas/properties/managed_policies_per_role/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema1.properties.quotas.properties.managed_policies_per_role.type,parentSchema:schema1.properties.quotas.properties.managed_policies_per_role,data:data65};
if(vErrors === null){
vErrors = [err165];
}
else {
vErrors.push(err165);
}
errors++;
}
if((typeof data65 == "number") && (isFinite(data65))){
if(data65 > 25 || isNaN(data65)){
const err166 = {instancePath:instancePath+"/quotas/managed_policies_per_role",schemaPath:"#/properties/quotas/properties/managed_policies_per_role/maximum",keyword:"maximum",params:{comparison: "<=", limit: 25},message:"must be <= 25",schema:25,parentSchema:schema1.properties.quotas.properties.managed_policies_per_role,data:data65};
if(vErrors === null){
vErrors = [err166];
}
else {
vErrors.push(err166);
}
errors++;
}
if(data65 < 1 || isNaN(data65)){
const err167 = {instancePath:instancePath+"/quotas/managed_policies_per_role",schemaPath:"#/properties/quotas/properties/managed_policies_per_role/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema1.properties.quotas.properties.managed_policies_per_role,data:data65};
if(vErrors === null){
vErrors = [err167];
}
else {
vErrors.push(err167);
}
errors++;
}
}
}
if(data64.role_trust_policy_characters !== undefined && func0.call(data64, "role_trust_policy_characters")){
let data66 = data64.role_trust_policy_characters;
if(!(((typeof data66 == "number") && (!(data66 % 1) && !isNaN(data66))) && (isFinite(data66)))){
const err168 = {instancePath:instancePath+"/quotas/role_trust_policy_characters",schemaPath:"#/properties/quotas/properties/role_trust_policy_characters/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema1.properties.quotas.properties.role_trust_policy_characters.type,parentSchema:schema1.properties.quotas.properties.role_trust_policy_characters,data:data66};
if(vErrors === null){
vErrors = [err168];
}
else {
vErrors.push(err168);
}
errors++;
}
if((typeof data66 == "number") && (isFinite(data66))){
if(data66 > 8192 || isNaN(data66)){
const err169 = {instancePath:instancePath+"/quotas/role_trust_policy_characters",schemaPath:"#/properties/quotas/properties/role_trust_policy_characters/maximum",keyword:"maximum",params:{comparison: "<=", limit: 8192},message:"must be <= 8192",schema:8192,parentSchema:schema1.properties.quotas.properties.role_trust_policy_characters,data:data66};
if(vErrors === null){
vErrors = [err169];
}
else {
vErrors.push(err169);
}
errors++;
}
if(data66 < 1 || isNaN(data66)){
const err170 = {instancePath:instancePath+"/quotas/role_trust_policy_characters",schemaPath:"#/properties/quotas/properties/role_trust_policy_characters/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema1.properties.quotas.properties.role_trust_policy_characters,data:data66};
if(vErrors === null){
vErrors = [err170];
}
else {
vErrors.push(err170);
}
errors++;
}
}
}
}
else {
const err171 = {instancePath:instancePath+"/quotas",schemaPath:"#/properties/quotas/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema1.properties.quotas.type,parentSchema:schema1.properties.quotas,data:data64};
if(vErrors === null){
vErrors = [err171];
}
else {
vErrors.push(err171);
}
errors++;
}
}
}
else {
const err172 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema1.type,parentSchema:schema1,data};
if(vErrors === null){
vErrors = [err172];
}
else {
vErrors.push(err172);
}
errors++;
}
validate1.errors = vErrors;
return errors === 0;
}

exports.security = validate2;
const schema2 = {"additionalProperties":false,"title":"security","description":"Groups, roles and profiles; where it is absent, the tier's master definitions apply","type":"object","required":["iam_groups","service_roles","assumable_roles","cross_account_roles","security_profiles"],"properties":{"permission_boundary_arn":{"title":"ARN of a managed policy","pattern":"^arn:aws(-[a-z]+)*:iam::([0-9]{12}|aws):policy/[\\w+=,.@/-]{1,512}$","description":"Managed policy that bounds every role of the stack, with no exception","examples":["arn:aws:iam::123456789012:policy/edge-boundary"],"type":"string"},"iam_groups":{"type":"object","propertyNames":{"pattern":"^[a-z][a-z0-9]*(_[a-z0-9]+)*$"},"additionalProperties":{"additionalProperties":false,"title":"group","type":"object","properties":{"description":{"title":"description","pattern":"^[\\u0020-\\u007E\\u00A1-\\u00FF]{1,1000}$","description":"What it is for, in one line: 1 to 1,000 characters of ASCII or Latin-1","type":"string"},"managed_policies":{"uniqueItems":true,"maxItems":10,"description":"AWS's own managed policies that are attached (10 at most, AWS's default quota)","type":"array","items":{"title":"name of an AWS managed policy","pattern":"^([A-Za-z0-9-]+/)*[\\w+=,.@-]{1,128}$","description":"Name of an AWS managed policy as it stands after `policy/` in its ARN","examples":["CloudWatchLogsReadOnlyAccess","job-function/Billing"],"type":"string"}},"policy_assignments":{"type":"object","propertyNames":{"pattern":"^[a-z0-9]+(-[a-z0-9]+)*$"},"additionalProperties":{"title":"policy template id","pattern":"^[a-z0-9]+(-[a-z0-9]+)*$","examples":["level2"],"type":"string"},"description":"Service to the id of one of its policy templates","examples":[{"s3":"level2"}]},"assumable_roles":{"uniqueItems":true,"description":"Roles that its members may assume","type":"array","items":{"pattern":"^[a-z][a-z0-9]*(_[a-z0-9]+)*$","title":"name of a role","type":"string"}}}},"description":"Groups by name"},"service_roles":{"type":"object","propertyNames":{"pattern":"^[a-z][a-z0-9]*(_[a-z0-9]+)*$"},"additionalProperties":{"additionalProperties":false,"title":"service role","type":"object","required":["trust_policy"],"properties":{"description":{"title":"description","pattern":"^[\\u0020-\\u007E\\u00A1-\\u00FF]{1,1000}$","description":"What it is for, in one line: 1 to 1,000 characters of ASCII or Latin-1","type":"string"},"trust_policy":{"type":"object","title":"trust policy","additionalProperties":false,"required":["Version","Statement"],"properties":{"Version":{"type":"string","enum":["2012-10-17"],"title":"version of the policy language","description":"The version of IAM's policy language, quoted"},"Statement":{"type":"array","minItems":1,"items":{"type":"object","additionalProperties":false,"required":["Effect","Principal","Action"],"properties":{"Sid":{"type":"string","title":"Sid","pattern":"^[A-Za-z0-9]{1,64}$","description":"1 to 64 letters and digits"},"Effect":{"type":"string","title":"effect","enum":["Allow"]},"Principal":{"type":"object","title":"principal","additionalProperties":false,"required":["Service"],"description":"The AWS service that uses the role, such as `Service: sagemaker.amazonaws.com`","properties":{"Service":{"type":["string","array"],"title":"service principal","pattern":"^[a-z0-9.-]+\\.amazonaws\\.com(\\.cn)?$","items":{"type":"string","title":"service principal","pattern":"^[a-z0-9.-]+\\.amazonaws\\.com(\\.cn)?$"},"minItems":1,"description":"AWS services, such as `sagemaker.amazonaws.com`; never a wildcard"}}},"Action":{"type":["string","array"],"title":"action of a trust policy","pattern":"^sts:(AssumeRole|TagSession|SetSourceIdentity)$","items":{"type":"string","title":"action of a trust policy","pattern":"^sts:(AssumeRole|TagSession|SetSourceIdentity)$"},"minItems":1,"description":"`sts:AssumeRole`"},"Condition":{"type":"object","description":"Operator to condition key to values, all of them text","additionalProperties":{"type":"object","additionalProperties":{"type":["string","array"],"items":{"type":"string"},"minItems":1,"description":"One value, or a list of them"},"minProperties":1}}}}}}},"managed_policies":{"uniqueItems":true,"maxItems":10,"description":"AWS's own managed policies that are attached (10 at most, AWS's default quota)","type":"array","items":{"title":"name of an AWS managed policy","pattern":"^([A-Za-z0-9-]+/)*[\\w+=,.@-]{1,128}$","description":"Name of an AWS managed policy as it stands after `policy/` in its ARN","examples":["CloudWatchLogsReadOnlyAccess","job-function/Billing"],"type":"string"}},"policy_assignments":{"type":"object","propertyNames":{"pattern":"^[a-z0-9]+(-[a-z0-9]+)*$"},"additionalProperties":{"title":"policy template id","pattern":"^[a-z0-9]+(-[a-z0-9]+)*$","examples":["level2"],"type":"string"},"description":"Service to the id of one of its policy templates","examples":[{"s3":"level2"}]}}},"description":"Roles of AWS services by name"},"assumable_roles":{"type":"object","propertyNames":{"pattern":"^[a-z][a-z0-9]*(_[a-z0-9]+)*$"},"additionalProperties":{"additionalProperties":false,"title":"assumable role","type":"object","properties":{"description":{"title":"description","pattern":"^[\\u0020-\\u007E\\u00A1-\\u00FF]{1,1000}$","description":"What it is for, in one line: 1 to 1,000 characters of ASCII or Latin-1","type":"string"},"mirrors_group":{"title":"name of a group","pattern":"^[a-z][a-z0-9]*(_[a-z0-9]+)*$","description":"Group whose grants it has: this, or custom_permissions","type":"string"},"custom_permissions":{"type":"object","title":"policy document","additionalProperties":false,"required":["Version","Statement"],"properties":{"Version":{"type":"string","enum":["2012-10-17"],"title":"version of the policy language","description":"The version of IAM's policy language, quoted"},"Statement":{"type":"array","minItems":1,"items":{"type":"object","additionalProperties":false,"required":["Effect","Action","Resource"],"properties":{"Sid":{"type":"string","title":"Sid","pattern":"^[A-Za-z0-9]{1,64}$","description":"1 to 64 letters and digits"},"Effect":{"type":"string","title":"effect","enum":["Allow","Deny"]},"Action":{"type":["string","array"],"title":"IAM action","pattern":"^(\\*|[a-z0-9-]+:[A-Za-z0-9*?]+)$","items":{"type":"string","title":"IAM action","pattern":"^(\\*|[a-z0-9-]+:[A-Za-z0-9*?]+)$"},"minItems":1,"description":"Actions, such as `s3:GetObject`"},"Resource":{"type":["string","array"],"title":"resource","pattern":"^(\\*|arn:.+)$","items":{"type":"string","title":"resource","pattern":"^(\\*|arn:.+)$"},"minItems":1,"description":"ARNs, such as `arn:${AWS::Partition}:s3:::${company_prefix}-${env}-${tenant_id}-*`"},"Condition":{"type":"object","description":"Operator to condition key to values, all of them text","additionalProperties":{"type":"object","additionalProperties":{"type":["string","array"],"items":{"type":"string"},"minItems":1,"description":"One value, or a list of them"},"minProperties":1}}}}}}},"max_session_duration":{"minimum":3600,"maximum":43200,"default":3600,"description":"Longest session in seconds: 3600 (1 hour, the default) to 43200 (12 hours)","type":"integer"},"require_mfa":{"description":"Whether only a caller who signed in with MFA may assume it","type":"boolean"}}},"description":"Roles that people assume, by name"},"cross_account_roles":{"type":"object","propertyNames":{"pattern":"^[a-z][a-z0-9]*(_[a-z0-9]+)*$"},"additionalProperties":{"additionalProperties":false,"title":"cross-account role","type":"object","required":["trusted_accounts","external_id"],"properties":{"description":{"title":"description","pattern":"^[\\u0020-\\u007E\\u00A1-\\u00FF]{1,1000}$","description":"What it is for, in one line: 1 to 1,000 characters of ASCII or Latin-1","type":"string"},"trusted_accounts":{"minItems":1,"uniqueItems":true,"description":"Accounts that may assume it; never a wildcard","type":"array","items":{"title":"AWS account id","pattern":"^[0-9]{12}$","description":"12 digits, quoted","type":"string"}},"external_id":{"title":"external id","pattern":"^[\\w+=,.@:/-]{2,1224}$","description":"What the other account has to say when it assumes it: 2 to 1,224 letters, digits and + = , . @ : / -","type":"string"},"managed_policies":{"uniqueItems":true,"maxItems":10,"description":"AWS's own managed policies that are attached (10 at most, AWS's default quota)","type":"array","items":{"title":"name of an AWS managed policy","pattern":"^([A-Za-z0-9-]+/)*[\\w+=,.@-]{1,128}$","description":"Name of an AWS managed policy as it stands after `policy/` in its ARN","examples":["CloudWatchLogsReadOnlyAccess","job-function/Billing"],"type":"string"}},"custom_policies":{"type":"object","propertyNames":{"pattern":"^[a-z][a-z0-9]*(_[a-z0-9]+)*$"},"additionalProperties":{"type":"object","title":"policy document","additionalProperties":false,"required":["Version","Statement"],"properties":{"Version":{"type":"string","enum":["2012-10-17"],"title":"version of the policy language","description":"The version of IAM's policy language, quoted"},"Statement":{"type":"array","minItems":1,"items":{"type":"object","additionalProperties":false,"required":["Effect","Action","Resource"],"properties":{"Sid":{"type":"string","title":"Sid","pattern":"^[A-Za-z0-9]{1,64}$","description":"1 to 64 letters and digits"},"Effect":{"type":"string","title":"effect","enum":["Allow","Deny"]},"Action":{"type":["string","array"],"title":"IAM action","pattern":"^(\\*|[a-z0-9-]+:[A-Za-z0-9*?]+)$","items":{"type":"string","title":"IAM action","pattern":"^(\\*|[a-z0-9-]+:[A-Za-z0-9*?]+)$"},"minItems":1,"description":"Actions, such as `s3:GetObject`"},"Resource":{"type":["string","array"],"title":"resource","pattern":"^(\\*|arn:.+)$","items":{"type":"string","title":"resource","pattern":"^(\\*|arn:.+)$"},"minItems":1,"description":"ARNs, such as `arn:${AWS::Partition}:s3:::${company_prefix}-${env}-${tenant_id}-*`"},"Condition":{"type":"object","description":"Operator to condition key to values, all of them text","additionalProperties":{"type":"object","additionalProperties":{"type":["string","array"],"items":{"type":"string"},"minItems":1,"description":"One value, or a list of them"},"minProperties":1}}}}}}},"description":"Inline policies of its own, by name"},"max_session_duration":{"minimum":3600,"maximum":43200,"default":3600,"description":"Longest session in seconds: 3600 (1 hour, the default) to 43200 (12 hours)","type":"integer"},"require_mfa":{"description":"Whether only a caller who signed in with MFA may assume it","type":"boolean"}}},"description":"Roles for other accounts, by name"},"security_profiles":{"type":"object","propertyNames":{"pattern":"^[a-z]+-[0-9]{1,3}$"},"additionalProperties":{"additionalProperties":false,"title":"security profile","type":"object","required":["enabled_groups","enabled_service_roles","enabled_assumable_roles","enabled_cross_account_roles"],"properties":{"description":{"title":"description","pattern":"^[\\u0020-\\u007E\\u00A1-\\u00FF]{1,1000}$","description":"What it is for, in one line: 1 to 1,000 characters of ASCII or Latin-1","type":"string"},"enabled_groups":{"uniqueItems":true,"description":"Groups that exist in this profile","type":"array","items":{"pattern":"^[a-z][a-z0-9]*(_[a-z0-9]+)*$","title":"name","type":"string"}},"enabled_service_roles":{"uniqueItems":true,"description":"Service roles that exist in this profile","type":"array","items":{"pattern":"^[a-z][a-z0-9]*(_[a-z0-9]+)*$","title":"name","type":"string"}},"enabled_assumable_roles":{"uniqueItems":true,"description":"Assumable roles that exist in this profile","type":"array","items":{"pattern":"^[a-z][a-z0-9]*(_[a-z0-9]+)*$","title":"name","type":"string"}},"enabled_cross_account_roles":{"uniqueItems":true,"description":"Cross-account roles that exist in this profile","type":"array","items":{"pattern":"^[a-z][a-z0-9]*(_[a-z0-9]+)*$","title":"name","type":"string"}}}},"description":"What is enabled, by profile; the one that tier.security_profile names counts"}},"$id":"security"};
const pattern51 = new RegExp("^arn:aws(-[a-z]+)*:iam::([0-9]{12}|aws):policy/[\\w+=,.@/-]{1,512}$", "u");
const pattern54 = new RegExp("^([A-Za-z0-9-]+/)*[\\w+=,.@-]{1,128}$", "u");
const pattern55 = new RegExp("^[a-z0-9]+(-[a-z0-9]+)*$", "u");
const pattern60 = new RegExp("^[A-Za-z0-9]{1,64}$", "u");
const pattern61 = new RegExp("^[a-z0-9.-]+\\.amazonaws\\.com(\\.cn)?$", "u");
const pattern63 = new RegExp("^sts:(AssumeRole|TagSession|SetSourceIdentity)$", "u");
const pattern72 = new RegExp("^(\\*|[a-z0-9-]+:[A-Za-z0-9*?]+)$", "u");
const pattern74 = new RegExp("^(\\*|arn:.+)$", "u");
const pattern79 = new RegExp("^[\\w+=,.@:/-]{2,1224}$", "u");

function validate2(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="security" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.iam_groups === undefined) || (!(func0.call(data, "iam_groups")))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "iam_groups"},message:"must have required property '"+"iam_groups"+"'",schema:schema2.required,parentSchema:schema2,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if((data.service_roles === undefined) || (!(func0.call(data, "service_roles")))){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "service_roles"},message:"must have required property '"+"service_roles"+"'",schema:schema2.required,parentSchema:schema2,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if((data.assumable_roles === undefined) || (!(func0.call(data, "assumable_roles")))){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "assumable_roles"},message:"must have required property '"+"assumable_roles"+"'",schema:schema2.required,parentSchema:schema2,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if((data.cross_account_roles === undefined) || (!(func0.call(data, "cross_account_roles")))){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "cross_account_roles"},message:"must have required property '"+"cross_account_roles"+"'",schema:schema2.required,parentSchema:schema2,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if((data.security_profiles === undefined) || (!(func0.call(data, "security_profiles")))){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "security_profiles"},message:"must have required property '"+"security_profiles"+"'",schema:schema2.required,parentSchema:schema2,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
for(const key0 of Object.keys(data)){
if(!((((((key0 === "permission_boundary_arn") || (key0 === "iam_groups")) || (key0 === "service_roles")) || (key0 === "assumable_roles")) || (key0 === "cross_account_roles")) || (key0 === "security_profiles"))){
const err5 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema2,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.permission_boundary_arn !== undefined && func0.call(data, "permission_boundary_arn")){
let data0 = data.permission_boundary_arn;
if(typeof data0 === "string"){
if(!pattern51.test(data0)){
const err6 = {instancePath:instancePath+"/permission_boundary_arn",schemaPath:"#/properties/permission_boundary_arn/pattern",keyword:"pattern",params:{pattern: "^arn:aws(-[a-z]+)*:iam::([0-9]{12}|aws):policy/[\\w+=,.@/-]{1,512}$"},message:"must match pattern \""+"^arn:aws(-[a-z]+)*:iam::([0-9]{12}|aws):policy/[\\w+=,.@/-]{1,512}$"+"\"",schema:"^arn:aws(-[a-z]+)*:iam::([0-9]{12}|aws):policy/[\\w+=,.@/-]{1,512}$",parentSchema:schema2.properties.permission_boundary_arn,data:data0};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/permission_boundary_arn",schemaPath:"#/properties/permission_boundary_arn/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema2.properties.permission_boundary_arn.type,parentSchema:schema2.properties.permission_boundary_arn,data:data0};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.iam_groups !== undefined && func0.call(data, "iam_groups")){
let data1 = data.iam_groups;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
for(const key1 of Object.keys(data1)){
const _errs6 = errors;
if(typeof key1 === "string"){
if(!pattern15.test(key1)){
const err8 = {instancePath:instancePath+"/iam_groups",schemaPath:"#/properties/iam_groups/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9]*(_[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z][a-z0-9]*(_[a-z0-9]+)*$"+"\"",schema:"^[a-z][a-z0-9]*(_[a-z0-9]+)*$",parentSchema:schema2.properties.iam_groups.propertyNames,data:key1,propertyName:key1};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
var valid1 = _errs6 === errors;
if(!valid1){
const err9 = {instancePath:instancePath+"/iam_groups",schemaPath:"#/properties/iam_groups/propertyNames",keyword:"propertyNames",params:{propertyName: key1},message:"property name must be valid",schema:schema2.properties.iam_groups.propertyNames,parentSchema:schema2.properties.iam_groups,data:data1};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
for(const key2 of Object.keys(data1)){
let data2 = data1[key2];
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
for(const key3 of Object.keys(data2)){
if(!((((key3 === "description") || (key3 === "managed_policies")) || (key3 === "policy_assignments")) || (key3 === "assumable_roles"))){
const err10 = {instancePath:instancePath+"/iam_groups/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/iam_groups/additionalProperties/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties",schema:false,parentSchema:schema2.properties.iam_groups.additionalProperties,data:data2};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data2.description !== undefined && func0.call(data2, "description")){
let data3 = data2.description;
if(typeof data3 === "string"){
if(!pattern1.test(data3)){
const err11 = {instancePath:instancePath+"/iam_groups/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/description",schemaPath:"#/properties/iam_groups/additionalProperties/properties/description/pattern",keyword:"pattern",params:{pattern: "^[\\u0020-\\u007E\\u00A1-\\u00FF]{1,1000}$"},message:"must match pattern \""+"^[\\u0020-\\u007E\\u00A1-\\u00FF]{1,1000}$"+"\"",schema:"^[\\u0020-\\u007E\\u00A1-\\u00FF]{1,1000}$",parentSchema:schema2.properties.iam_groups.additionalProperties.properties.description,data:data3};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
else {
const err12 = {instancePath:instancePath+"/iam_groups/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/description",schemaPath:"#/properties/iam_groups/additionalProperties/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema2.properties.iam_groups.additionalProperties.properties.description.type,parentSchema:schema2.properties.iam_groups.additionalProperties.properties.description,data:data3};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data2.managed_policies !== undefined && func0.call(data2, "managed_policies")){
let data4 = data2.managed_policies;
if(Array.isArray(data4)){
if(data4.length > 10){
const err13 = {instancePath:instancePath+"/iam_groups/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/managed_policies",schemaPath:"#/properties/iam_groups/additionalProperties/properties/managed_policies/maxItems",keyword:"maxItems",params:{limit: 10},message:"must NOT have more than 10 items",schema:10,parentSchema:schema2.properties.iam_groups.additionalProperties.properties.managed_policies,data:data4};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
let data5 = data4[i0];
if(typeof data5 === "string"){
if(!pattern54.test(data5)){
const err14 = {instancePath:instancePath+"/iam_groups/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/managed_policies/" + i0,schemaPath:"#/properties/iam_groups/additionalProperties/properties/managed_policies/items/pattern",keyword:"pattern",params:{pattern: "^([A-Za-z0-9-]+/)*[\\w+=,.@-]{1,128}$"},message:"must match pattern \""+"^([A-Za-z0-9-]+/)*[\\w+=,.@-]{1,128}$"+"\"",schema:"^([A-Za-z0-9-]+/)*[\\w+=,.@-]{1,128}$",parentSchema:schema2.properties.iam_groups.additionalProperties.properties.managed_policies.items,data:data5};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
else {
const err15 = {instancePath:instancePath+"/iam_groups/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/managed_policies/" + i0,schemaPath:"#/properties/iam_groups/additionalProperties/properties/managed_policies/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema2.properties.iam_groups.additionalProperties.properties.managed_policies.items.type,parentSchema:schema2.properties.iam_groups.additionalProperties.properties.managed_policies.items,data:data5};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
let i1 = data4.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data4[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err16 = {instancePath:instancePath+"/iam_groups/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/managed_policies",schemaPath:"#/properties/iam_groups/additionalProperties/properties/managed_policies/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)",schema:true,parentSchema:schema2.properties.iam_groups.additionalProperties.properties.managed_policies,data:data4};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
break;
}
indices0[item0] = i1;
}
}
}
else {
const err17 = {instancePath:instancePath+"/iam_groups/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/managed_policies",schemaPath:"#/properties/iam_groups/additionalProperties/properties/managed_policies/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema2.properties.iam_groups.additionalProperties.properties.managed_policies.type,parentSchema:schema2.properties.iam_groups.additionalProperties.properties.managed_policies,data:data4};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data2.policy_assignments !== undefined && func0.call(data2, "policy_assignments")){
let data6 = data2.policy_assignments;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
for(const key4 of Object.keys(data6)){
const _errs19 = errors;
if(typeof key4 === "string"){
if(!pattern55.test(key4)){
const err18 = {instancePath:instancePath+"/iam_groups/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/policy_assignments",schemaPath:"#/properties/iam_groups/additionalProperties/properties/policy_assignments/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(-[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z0-9]+(-[a-z0-9]+)*$"+"\"",schema:"^[a-z0-9]+(-[a-z0-9]+)*$",parentSchema:schema2.properties.iam_groups.additionalProperties.properties.policy_assignments.propertyNames,data:key4,propertyName:key4};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
var valid7 = _errs19 === errors;
if(!valid7){
const err19 = {instancePath:instancePath+"/iam_groups/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/policy_assignments",schemaPath:"#/properties/iam_groups/additionalProperties/properties/policy_assignments/propertyNames",keyword:"propertyNames",params:{propertyName: key4},message:"property name must be valid",schema:schema2.properties.iam_groups.additionalProperties.properties.policy_assignments.propertyNames,parentSchema:schema2.properties.iam_groups.additionalProperties.properties.policy_assignments,data:data6};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
for(const key5 of Object.keys(data6)){
let data7 = data6[key5];
if(typeof data7 === "string"){
if(!pattern55.test(data7)){
const err20 = {instancePath:instancePath+"/iam_groups/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/policy_assignments/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/iam_groups/additionalProperties/properties/policy_assignments/additionalProperties/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(-[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z0-9]+(-[a-z0-9]+)*$"+"\"",schema:"^[a-z0-9]+(-[a-z0-9]+)*$",parentSchema:schema2.properties.iam_groups.additionalProperties.properties.policy_assignments.additionalProperties,data:data7};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
else {
const err21 = {instancePath:instancePath+"/iam_groups/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/policy_assignments/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/iam_groups/additionalProperties/properties/policy_assignments/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema2.properties.iam_groups.additionalProperties.properties.policy_assignments.additionalProperties.type,parentSchema:schema2.properties.iam_groups.additionalProperties.properties.policy_assignments.additionalProperties,data:data7};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
else {
const err22 = {instancePath:instancePath+"/iam_groups/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/policy_assignments",schemaPath:"#/properties/iam_groups/additionalProperties/properties/policy_assignments/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema2.properties.iam_groups.additionalProperties.properties.policy_assignments.type,parentSchema:schema2.properties.iam_groups.additionalProperties.properties.policy_assignments,data:data6};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data2.assumable_roles !== undefined && func0.call(data2, "assumable_roles")){
let data8 = data2.assumable_roles;
if(Array.isArray(data8)){
const len1 = data8.length;
for(let i2=0; i2<len1; i2++){
let data9 = data8[i2];
if(typeof data9 === "string"){
if(!pattern15.test(data9)){
const err23 = {instancePath:instancePath+"/iam_groups/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/assumable_roles/" + i2,schemaPath:"#/properties/iam_groups/additionalProperties/properties/assumable_roles/items/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9]*(_[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z][a-z0-9]*(_[a-z0-9]+)*$"+"\"",schema:"^[a-z][a-z0-9]*(_[a-z0-9]+)*$",parentSchema:schema2.properties.iam_groups.additionalProperties.properties.assumable_roles.items,data:data9};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
else {
const err24 = {instancePath:instancePath+"/iam_groups/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/assumable_roles/" + i2,schemaPath:"#/properties/iam_groups/additionalProperties/properties/assumable_roles/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema2.properties.iam_groups.additionalProperties.properties.assumable_roles.items.type,parentSchema:schema2.properties.iam_groups.additionalProperties.properties.assumable_roles.items,data:data9};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
let i3 = data8.length;
let j1;
if(i3 > 1){
const indices1 = {};
for(;i3--;){
let item1 = data8[i3];
if(typeof item1 !== "string"){
continue;
}
if(typeof indices1[item1] == "number"){
j1 = indices1[item1];
const err25 = {instancePath:instancePath+"/iam_groups/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/assumable_roles",schemaPath:"#/properties/iam_groups/additionalProperties/properties/assumable_roles/uniqueItems",keyword:"uniqueItems",params:{i: i3, j: j1},message:"must NOT have duplicate items (items ## "+j1+" and "+i3+" are identical)",schema:true,parentSchema:schema2.properties.iam_groups.additionalProperties.properties.assumable_roles,data:data8};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
break;
}
indices1[item1] = i3;
}
}
}
else {
const err26 = {instancePath:instancePath+"/iam_groups/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/assumable_roles",schemaPath:"#/properties/iam_groups/additionalProperties/properties/assumable_roles/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema2.properties.iam_groups.additionalProperties.properties.assumable_roles.type,parentSchema:schema2.properties.iam_groups.additionalProperties.properties.assumable_roles,data:data8};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
}
else {
const err27 = {instancePath:instancePath+"/iam_groups/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/iam_groups/additionalProperties/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema2.properties.iam_groups.additionalProperties.type,parentSchema:schema2.properties.iam_groups.additionalProperties,data:data2};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
}
else {
const err28 = {instancePath:instancePath+"/iam_groups",schemaPath:"#/properties/iam_groups/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema2.properties.iam_groups.type,parentSchema:schema2.properties.iam_groups,data:data1};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data.service_roles !== undefined && func0.call(data, "service_roles")){
let data10 = data.service_roles;
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
for(const key6 of Object.keys(data10)){
const _errs29 = errors;
if(typeof key6 === "string"){
if(!pattern15.test(key6)){
const err29 = {instancePath:instancePath+"/service_roles",schemaPath:"#/properties/service_roles/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9]*(_[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z][a-z0-9]*(_[a-z0-9]+)*$"+"\"",schema:"^[a-z][a-z0-9]*(_[a-z0-9]+)*$",parentSchema:schema2.properties.service_roles.propertyNames,data:key6,propertyName:key6};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
var valid12 = _errs29 === errors;
if(!valid12){
const err30 = {instancePath:instancePath+"/service_roles",schemaPath:"#/properties/service_roles/propertyNames",keyword:"propertyNames",params:{propertyName: key6},message:"property name must be valid",schema:schema2.properties.service_roles.propertyNames,parentSchema:schema2.properties.service_roles,data:data10};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
for(const key7 of Object.keys(data10)){
let data11 = data10[key7];
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
if((data11.trust_policy === undefined) || (!(func0.call(data11, "trust_policy")))){
const err31 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/service_roles/additionalProperties/required",keyword:"required",params:{missingProperty: "trust_policy"},message:"must have required property '"+"trust_policy"+"'",schema:schema2.properties.service_roles.additionalProperties.required,parentSchema:schema2.properties.service_roles.additionalProperties,data:data11};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
for(const key8 of Object.keys(data11)){
if(!((((key8 === "description") || (key8 === "trust_policy")) || (key8 === "managed_policies")) || (key8 === "policy_assignments"))){
const err32 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/service_roles/additionalProperties/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8},message:"must NOT have additional properties",schema:false,parentSchema:schema2.properties.service_roles.additionalProperties,data:data11};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data11.description !== undefined && func0.call(data11, "description")){
let data12 = data11.description;
if(typeof data12 === "string"){
if(!pattern1.test(data12)){
const err33 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/description",schemaPath:"#/properties/service_roles/additionalProperties/properties/description/pattern",keyword:"pattern",params:{pattern: "^[\\u0020-\\u007E\\u00A1-\\u00FF]{1,1000}$"},message:"must match pattern \""+"^[\\u0020-\\u007E\\u00A1-\\u00FF]{1,1000}$"+"\"",schema:"^[\\u0020-\\u007E\\u00A1-\\u00FF]{1,1000}$",parentSchema:schema2.properties.service_roles.additionalProperties.properties.description,data:data12};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
else {
const err34 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/description",schemaPath:"#/properties/service_roles/additionalProperties/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema2.properties.service_roles.additionalProperties.properties.description.type,parentSchema:schema2.properties.service_roles.additionalProperties.properties.description,data:data12};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data11.trust_policy !== undefined && func0.call(data11, "trust_policy")){
let data13 = data11.trust_policy;
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
if((data13.Version === undefined) || (!(func0.call(data13, "Version")))){
const err35 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/trust_policy",schemaPath:"#/properties/service_roles/additionalProperties/properties/trust_policy/required",keyword:"required",params:{missingProperty: "Version"},message:"must have required property '"+"Version"+"'",schema:schema2.properties.service_roles.additionalProperties.properties.trust_policy.required,parentSchema:schema2.properties.service_roles.additionalProperties.properties.trust_policy,data:data13};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
if((data13.Statement === undefined) || (!(func0.call(data13, "Statement")))){
const err36 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/trust_policy",schemaPath:"#/properties/service_roles/additionalProperties/properties/trust_policy/required",keyword:"required",params:{missingProperty: "Statement"},message:"must have required property '"+"Statement"+"'",schema:schema2.properties.service_roles.additionalProperties.properties.trust_policy.required,parentSchema:schema2.properties.service_roles.additionalProperties.properties.trust_policy,data:data13};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
for(const key9 of Object.keys(data13)){
if(!((key9 === "Version") || (key9 === "Statement"))){
const err37 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/trust_policy",schemaPath:"#/properties/service_roles/additionalProperties/properties/trust_policy/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9},message:"must NOT have additional properties",schema:false,parentSchema:schema2.properties.service_roles.additionalProperties.properties.trust_policy,data:data13};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data13.Version !== undefined && func0.call(data13, "Version")){
let data14 = data13.Version;
if(typeof data14 !== "string"){
const err38 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/trust_policy/Version",schemaPath:"#/properties/service_roles/additionalProperties/properties/trust_policy/properties/Version/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema2.properties.service_roles.additionalProperties.properties.trust_policy.properties.Version.type,parentSchema:schema2.properties.service_roles.additionalProperties.properties.trust_policy.properties.Version,data:data14};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
if(!(data14 === "2012-10-17")){
const err39 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/trust_policy/Version",schemaPath:"#/properties/service_roles/additionalProperties/properties/trust_policy/properties/Version/enum",keyword:"enum",params:{allowedValues: schema2.properties.service_roles.additionalProperties.properties.trust_policy.properties.Version.enum},message:"must be equal to one of the allowed values",schema:schema2.properties.service_roles.additionalProperties.properties.trust_policy.properties.Version.enum,parentSchema:schema2.properties.service_roles.additionalProperties.properties.trust_policy.properties.Version,data:data14};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data13.Statement !== undefined && func0.call(data13, "Statement")){
let data15 = data13.Statement;
if(Array.isArray(data15)){
if(data15.length < 1){
const err40 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/trust_policy/Statement",schemaPath:"#/properties/service_roles/additionalProperties/properties/trust_policy/properties/Statement/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema2.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement,data:data15};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
const len2 = data15.length;
for(let i4=0; i4<len2; i4++){
let data16 = data15[i4];
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
if((data16.Effect === undefined) || (!(func0.call(data16, "Effect")))){
const err41 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/trust_policy/Statement/" + i4,schemaPath:"#/properties/service_roles/additionalProperties/properties/trust_policy/properties/Statement/items/required",keyword:"required",params:{missingProperty: "Effect"},message:"must have required property '"+"Effect"+"'",schema:schema2.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement.items.required,parentSchema:schema2.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement.items,data:data16};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
if((data16.Principal === undefined) || (!(func0.call(data16, "Principal")))){
const err42 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/trust_policy/Statement/" + i4,schemaPath:"#/properties/service_roles/additionalProperties/properties/trust_policy/properties/Statement/items/required",keyword:"required",params:{missingProperty: "Principal"},message:"must have required property '"+"Principal"+"'",schema:schema2.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement.items.required,parentSchema:schema2.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement.items,data:data16};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
if((data16.Action === undefined) || (!(func0.call(data16, "Action")))){
const err43 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/trust_policy/Statement/" + i4,schemaPath:"#/properties/service_roles/additionalProperties/properties/trust_policy/properties/Statement/items/required",keyword:"required",params:{missingProperty: "Action"},message:"must have required property '"+"Action"+"'",schema:schema2.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement.items.required,parentSchema:schema2.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement.items,data:data16};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
for(const key10 of Object.keys(data16)){
if(!(((((key10 === "Sid") || (key10 === "Effect")) || (key10 === "Principal")) || (key10 === "Action")) || (key10 === "Condition"))){
const err44 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/trust_policy/Statement/" + i4,schemaPath:"#/properties/service_roles/additionalProperties/properties/trust_policy/properties/Statement/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10},message:"must NOT have additional properties",schema:false,parentSchema:schema2.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement.items,data:data16};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data16.Sid !== undefined && func0.call(data16, "Sid")){
let data17 = data16.Sid;
if(typeof data17 === "string"){
if(!pattern60.test(data17)){
const err45 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/trust_policy/Statement/" + i4+"/Sid",schemaPath:"#/properties/service_roles/additionalProperties/properties/trust_policy/properties/Statement/items/properties/Sid/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9]{1,64}$"},message:"must match pattern \""+"^[A-Za-z0-9]{1,64}$"+"\"",schema:"^[A-Za-z0-9]{1,64}$",parentSchema:schema2.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement.items.properties.Sid,data:data17};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
else {
const err46 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/trust_policy/Statement/" + i4+"/Sid",schemaPath:"#/properties/service_roles/additionalProperties/properties/trust_policy/properties/Statement/items/properties/Sid/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema2.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement.items.properties.Sid.type,parentSchema:schema2.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement.items.properties.Sid,data:data17};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
if(data16.Effect !== undefined && func0.call(data16, "Effect")){
let data18 = data16.Effect;
if(typeof data18 !== "string"){
const err47 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/trust_policy/Statement/" + i4+"/Effect",schemaPath:"#/properties/service_roles/additionalProperties/properties/trust_policy/properties/Statement/items/properties/Effect/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema2.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement.items.properties.Effect.type,parentSchema:schema2.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement.items.properties.Effect,data:data18};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
if(!(data18 === "Allow")){
const err48 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/trust_policy/Statement/" + i4+"/Effect",schemaPath:"#/properties/service_roles/additionalProperties/properties/trust_policy/properties/Statement/items/properties/Effect/enum",keyword:"enum",params:{allowedValues: schema2.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement.items.properties.Effect.enum},message:"must be equal to one of the allowed values",schema:schema2.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement.items.properties.Effect.enum,parentSchema:schema2.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement.items.properties.Effect,data:data18};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
if(data16.Principal !== undefined && func0.call(data16, "Principal")){
let data19 = data16.Principal;
if(data19 && typeof data19 == "object" && !Array.isArray(data19)){
if((data19.Service === undefined) || (!(func0.call(data19, "Service")))){
const err49 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/trust_policy/Statement/" + i4+"/Principal",schemaPath:"#/properties/service_roles/additionalProperties/properties/trust_policy/properties/Statement/items/properties/Principal/required",keyword:"required",params:{missingProperty: "Service"},message:"must have required property '"+"Service"+"'",schema:schema2.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement.items.properties.Principal.required,parentSchema:schema2.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement.items.properties.Principal,data:data19};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
for(const key11 of Object.keys(data19)){
if(!(key11 === "Service")){
const err50 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/trust_policy/Statement/" + i4+"/Principal",schemaPath:"#/properties/service_roles/additionalProperties/properties/trust_policy/properties/Statement/items/properties/Principal/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key11},message:"must NOT have additional properties",schema:false,parentSchema:schema2.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement.items.properties.Principal,data:data19};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
if(data19.Service !== undefined && func0.call(data19, "Service")){
let data20 = data19.Service;
if((typeof data20 !== "string") && (!(Array.isArray(data20)))){
const err51 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/trust_policy/Statement/" + i4+"/Principal/Service",schemaPath:"#/properties/service_roles/additionalProperties/properties/trust_policy/properties/Statement/items/properties/Principal/properties/Service/type",keyword:"type",params:{type: schema2.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement.items.properties.Principal.properties.Service.type},message:"must be string,array",schema:schema2.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement.items.properties.Principal.properties.Service.type,parentSchema:schema2.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement.items.properties.Principal.properties.Service,data:data20};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
if(typeof data20 === "string"){
if(!pattern61.test(data20)){
const err52 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/trust_policy/Statement/" + i4+"/Principal/Service",schemaPath:"#/properties/service_roles/additionalProperties/properties/trust_policy/properties/Statement/items/properties/Principal/properties/Service/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9.-]+\\.amazonaws\\.com(\\.cn)?$"},message:"must match pattern \""+"^[a-z0-9.-]+\\.amazonaws\\.com(\\.cn)?$"+"\"",schema:"^[a-z0-9.-]+\\.amazonaws\\.com(\\.cn)?$",parentSchema:schema2.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement.items.properties.Principal.properties.Service,data:data20};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
if(Array.isArray(data20)){
if(data20.length < 1){
const err53 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/trust_policy/Statement/" + i4+"/Principal/Service",schemaPath:"#/properties/service_roles/additionalProperties/properties/trust_policy/properties/Statement/items/properties/Principal/properties/Service/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema2.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement.items.properties.Principal.properties.Service,data:data20};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
const len3 = data20.length;
for(let i5=0; i5<len3; i5++){
let data21 = data20[i5];
if(typeof data21 === "string"){
if(!pattern61.test(data21)){
const err54 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/trust_policy/Statement/" + i4+"/Principal/Service/" + i5,schemaPath:"#/properties/service_roles/additionalProperties/properties/trust_policy/properties/Statement/items/properties/Principal/properties/Service/items/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9.-]+\\.amazonaws\\.com(\\.cn)?$"},message:"must match pattern \""+"^[a-z0-9.-]+\\.amazonaws\\.com(\\.cn)?$"+"\"",schema:"^[a-z0-9.-]+\\.amazonaws\\.com(\\.cn)?$",parentSchema:schema2.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement.items.properties.Principal.properties.Service.items,data:data21};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
else {
const err55 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/trust_policy/Statement/" + i4+"/Principal/Service/" + i5,schemaPath:"#/properties/service_roles/additionalProperties/properties/trust_policy/properties/Statement/items/properties/Principal/properties/Service/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema2.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement.items.properties.Principal.properties.Service.items.type,parentSchema:schema2.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement.items.properties.Principal.properties.Service.items,data:data21};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
}
}
}
else {
const err56 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/trust_policy/Statement/" + i4+"/Principal",schemaPath:"#/properties/service_roles/additionalProperties/properties/trust_policy/properties/Statement/items/properties/Principal/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema2.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement.items.properties.Principal.type,parentSchema:schema2.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement.items.properties.Principal,data:data19};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
if(data16.Action !== undefined && func0.call(data16, "Action")){
let data22 = data16.Action;
if((typeof data22 !== "string") && (!(Array.isArray(data22)))){
const err57 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/trust_policy/Statement/" + i4+"/Action",schemaPath:"#/properties/service_roles/additionalProperties/properties/trust_policy/properties/Statement/items/properties/Action/type",keyword:"type",params:{type: schema2.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement.items.properties.Action.type},message:"must be string,array",schema:schema2.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement.items.properties.Action.type,parentSchema:schema2.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement.items.properties.Action,data:data22};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
if(typeof data22 === "string"){
if(!pattern63.test(data22)){
const err58 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/trust_policy/Statement/" + i4+"/Action",schemaPath:"#/properties/service_roles/additionalProperties/properties/trust_policy/properties/Statement/items/properties/Action/pattern",keyword:"pattern",params:{pattern: "^sts:(AssumeRole|TagSession|SetSourceIdentity)$"},message:"must match pattern \""+"^sts:(AssumeRole|TagSession|SetSourceIdentity)$"+"\"",schema:"^sts:(AssumeRole|TagSession|SetSourceIdentity)$",parentSchema:schema2.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement.items.properties.Action,data:data22};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
if(Array.isArray(data22)){
if(data22.length < 1){
const err59 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/trust_policy/Statement/" + i4+"/Action",schemaPath:"#/properties/service_roles/additionalProperties/properties/trust_policy/properties/Statement/items/properties/Action/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema2.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement.items.properties.Action,data:data22};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
const len4 = data22.length;
for(let i6=0; i6<len4; i6++){
let data23 = data22[i6];
if(typeof data23 === "string"){
if(!pattern63.test(data23)){
const err60 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/trust_policy/Statement/" + i4+"/Action/" + i6,schemaPath:"#/properties/service_roles/additionalProperties/properties/trust_policy/properties/Statement/items/properties/Action/items/pattern",keyword:"pattern",params:{pattern: "^sts:(AssumeRole|TagSession|SetSourceIdentity)$"},message:"must match pattern \""+"^sts:(AssumeRole|TagSession|SetSourceIdentity)$"+"\"",schema:"^sts:(AssumeRole|TagSession|SetSourceIdentity)$",parentSchema:schema2.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement.items.properties.Action.items,data:data23};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
else {
const err61 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/trust_policy/Statement/" + i4+"/Action/" + i6,schemaPath:"#/properties/service_roles/additionalProperties/properties/trust_policy/properties/Statement/items/properties/Action/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema2.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement.items.properties.Action.items.type,parentSchema:schema2.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement.items.properties.Action.items,data:data23};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
}
}
if(data16.Condition !== undefined && func0.call(data16, "Condition")){
let data24 = data16.Condition;
if(data24 && typeof data24 == "object" && !Array.isArray(data24)){
for(const key12 of Object.keys(data24)){
let data25 = data24[key12];
if(data25 && typeof data25 == "object" && !Array.isArray(data25)){
if(Object.keys(data25).length < 1){
const err62 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/trust_policy/Statement/" + i4+"/Condition/" + key12.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/service_roles/additionalProperties/properties/trust_policy/properties/Statement/items/properties/Condition/additionalProperties/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties",schema:1,parentSchema:schema2.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement.items.properties.Condition.additionalProperties,data:data25};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
for(const key13 of Object.keys(data25)){
let data26 = data25[key13];
if((typeof data26 !== "string") && (!(Array.isArray(data26)))){
const err63 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/trust_policy/Statement/" + i4+"/Condition/" + key12.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + key13.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/service_roles/additionalProperties/properties/trust_policy/properties/Statement/items/properties/Condition/additionalProperties/additionalProperties/type",keyword:"type",params:{type: schema2.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement.items.properties.Condition.additionalProperties.additionalProperties.type},message:"must be string,array",schema:schema2.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement.items.properties.Condition.additionalProperties.additionalProperties.type,parentSchema:schema2.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement.items.properties.Condition.additionalProperties.additionalProperties,data:data26};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
if(Array.isArray(data26)){
if(data26.length < 1){
const err64 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/trust_policy/Statement/" + i4+"/Condition/" + key12.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + key13.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/service_roles/additionalProperties/properties/trust_policy/properties/Statement/items/properties/Condition/additionalProperties/additionalProperties/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema2.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement.items.properties.Condition.additionalProperties.additionalProperties,data:data26};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
const len5 = data26.length;
for(let i7=0; i7<len5; i7++){
let data27 = data26[i7];
if(typeof data27 !== "string"){
const err65 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/trust_policy/Statement/" + i4+"/Condition/" + key12.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + key13.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i7,schemaPath:"#/properties/service_roles/additionalProperties/properties/trust_policy/properties/Statement/items/properties/Condition/additionalProperties/additionalProperties/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema2.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement.items.properties.Condition.additionalProperties.additionalProperties.items.type,parentSchema:schema2.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement.items.properties.Condition.additionalProperties.additionalProperties.items,data:data27};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
}
}
}
else {
const err66 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/trust_policy/Statement/" + i4+"/Condition/" + key12.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/service_roles/additionalProperties/properties/trust_policy/properties/Statement/items/properties/Condition/additionalProperties/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema2.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement.items.properties.Condition.additionalProperties.type,parentSchema:schema2.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement.items.properties.Condition.additionalProperties,data:data25};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
}
else {
const err67 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/trust_policy/Statement/" + i4+"/Condition",schemaPath:"#/properties/service_roles/additionalProperties/properties/trust_policy/properties/Statement/items/properties/Condition/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema2.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement.items.properties.Condition.type,parentSchema:schema2.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement.items.properties.Condition,data:data24};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
}
else {
const err68 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/trust_policy/Statement/" + i4,schemaPath:"#/properties/service_roles/additionalProperties/properties/trust_policy/properties/Statement/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema2.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement.items.type,parentSchema:schema2.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement.items,data:data16};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
}
else {
const err69 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/trust_policy/Statement",schemaPath:"#/properties/service_roles/additionalProperties/properties/trust_policy/properties/Statement/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema2.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement.type,parentSchema:schema2.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement,data:data15};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
}
else {
const err70 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/trust_policy",schemaPath:"#/properties/service_roles/additionalProperties/properties/trust_policy/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema2.properties.service_roles.additionalProperties.properties.trust_policy.type,parentSchema:schema2.properties.service_roles.additionalProperties.properties.trust_policy,data:data13};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
}
if(data11.managed_policies !== undefined && func0.call(data11, "managed_policies")){
let data28 = data11.managed_policies;
if(Array.isArray(data28)){
if(data28.length > 10){
const err71 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/managed_policies",schemaPath:"#/properties/service_roles/additionalProperties/properties/managed_policies/maxItems",keyword:"maxItems",params:{limit: 10},message:"must NOT have more than 10 items",schema:10,parentSchema:schema2.properties.service_roles.additionalProperties.properties.managed_policies,data:data28};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
const len6 = data28.length;
for(let i8=0; i8<len6; i8++){
let data29 = data28[i8];
if(typeof data29 === "string"){
if(!pattern54.test(data29)){
const err72 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/managed_policies/" + i8,schemaPath:"#/properties/service_roles/additionalProperties/properties/managed_policies/items/pattern",keyword:"pattern",params:{pattern: "^([A-Za-z0-9-]+/)*[\\w+=,.@-]{1,128}$"},message:"must match pattern \""+"^([A-Za-z0-9-]+/)*[\\w+=,.@-]{1,128}$"+"\"",schema:"^([A-Za-z0-9-]+/)*[\\w+=,.@-]{1,128}$",parentSchema:schema2.properties.service_roles.additionalProperties.properties.managed_policies.items,data:data29};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
}
else {
const err73 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/managed_policies/" + i8,schemaPath:"#/properties/service_roles/additionalProperties/properties/managed_policies/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema2.properties.service_roles.additionalProperties.properties.managed_policies.items.type,parentSchema:schema2.properties.service_roles.additionalProperties.properties.managed_policies.items,data:data29};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
let i9 = data28.length;
let j2;
if(i9 > 1){
const indices2 = {};
for(;i9--;){
let item2 = data28[i9];
if(typeof item2 !== "string"){
continue;
}
if(typeof indices2[item2] == "number"){
j2 = indices2[item2];
const err74 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/managed_policies",schemaPath:"#/properties/service_roles/additionalProperties/properties/managed_policies/uniqueItems",keyword:"uniqueItems",params:{i: i9, j: j2},message:"must NOT have duplicate items (items ## "+j2+" and "+i9+" are identical)",schema:true,parentSchema:schema2.properties.service_roles.additionalProperties.properties.managed_policies,data:data28};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
break;
}
indices2[item2] = i9;
}
}
}
else {
const err75 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/managed_policies",schemaPath:"#/properties/service_roles/additionalProperties/properties/managed_policies/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema2.properties.service_roles.additionalProperties.properties.managed_policies.type,parentSchema:schema2.properties.service_roles.additionalProperties.properties.managed_policies,data:data28};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
}
if(data11.policy_assignments !== undefined && func0.call(data11, "policy_assignments")){
let data30 = data11.policy_assignments;
if(data30 && typeof data30 == "object" && !Array.isArray(data30)){
for(const key14 of Object.keys(data30)){
const _errs77 = errors;
if(typeof key14 === "string"){
if(!pattern55.test(key14)){
const err76 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/policy_assignments",schemaPath:"#/properties/service_roles/additionalProperties/properties/policy_assignments/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(-[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z0-9]+(-[a-z0-9]+)*$"+"\"",schema:"^[a-z0-9]+(-[a-z0-9]+)*$",parentSchema:schema2.properties.service_roles.additionalProperties.properties.policy_assignments.propertyNames,data:key14,propertyName:key14};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
}
var valid31 = _errs77 === errors;
if(!valid31){
const err77 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/policy_assignments",schemaPath:"#/properties/service_roles/additionalProperties/properties/policy_assignments/propertyNames",keyword:"propertyNames",params:{propertyName: key14},message:"property name must be valid",schema:schema2.properties.service_roles.additionalProperties.properties.policy_assignments.propertyNames,parentSchema:schema2.properties.service_roles.additionalProperties.properties.policy_assignments,data:data30};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
}
for(const key15 of Object.keys(data30)){
let data31 = data30[key15];
if(typeof data31 === "string"){
if(!pattern55.test(data31)){
const err78 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/policy_assignments/" + key15.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/service_roles/additionalProperties/properties/policy_assignments/additionalProperties/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(-[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z0-9]+(-[a-z0-9]+)*$"+"\"",schema:"^[a-z0-9]+(-[a-z0-9]+)*$",parentSchema:schema2.properties.service_roles.additionalProperties.properties.policy_assignments.additionalProperties,data:data31};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
}
else {
const err79 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/policy_assignments/" + key15.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/service_roles/additionalProperties/properties/policy_assignments/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema2.properties.service_roles.additionalProperties.properties.policy_assignments.additionalProperties.type,parentSchema:schema2.properties.service_roles.additionalProperties.properties.policy_assignments.additionalProperties,data:data31};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
}
}
else {
const err80 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/policy_assignments",schemaPath:"#/properties/service_roles/additionalProperties/properties/policy_assignments/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema2.properties.service_roles.additionalProperties.properties.policy_assignments.type,parentSchema:schema2.properties.service_roles.additionalProperties.properties.policy_assignments,data:data30};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
}
}
else {
const err81 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/service_roles/additionalProperties/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema2.properties.service_roles.additionalProperties.type,parentSchema:schema2.properties.service_roles.additionalProperties,data:data11};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
}
}
else {
const err82 = {instancePath:instancePath+"/service_roles",schemaPath:"#/properties/service_roles/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema2.properties.service_roles.type,parentSchema:schema2.properties.service_roles,data:data10};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
}
if(data.assumable_roles !== undefined && func0.call(data, "assumable_roles")){
let data32 = data.assumable_roles;
if(data32 && typeof data32 == "object" && !Array.isArray(data32)){
for(const key16 of Object.keys(data32)){
const _errs83 = errors;
if(typeof key16 === "string"){
if(!pattern15.test(key16)){
const err83 = {instancePath:instancePath+"/assumable_roles",schemaPath:"#/properties/assumable_roles/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9]*(_[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z][a-z0-9]*(_[a-z0-9]+)*$"+"\"",schema:"^[a-z][a-z0-9]*(_[a-z0-9]+)*$",parentSchema:schema2.properties.assumable_roles.propertyNames,data:key16,propertyName:key16};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
}
var valid33 = _errs83 === errors;
if(!valid33){
const err84 = {instancePath:instancePath+"/assumable_roles",schemaPath:"#/properties/assumable_roles/propertyNames",keyword:"propertyNames",params:{propertyName: key16},message:"property name must be valid",schema:schema2.properties.assumable_roles.propertyNames,parentSchema:schema2.properties.assumable_roles,data:data32};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
}
for(const key17 of Object.keys(data32)){
let data33 = data32[key17];
if(data33 && typeof data33 == "object" && !Array.isArray(data33)){
for(const key18 of Object.keys(data33)){
if(!(((((key18 === "description") || (key18 === "mirrors_group")) || (key18 === "custom_permissions")) || (key18 === "max_session_duration")) || (key18 === "require_mfa"))){
const err85 = {instancePath:instancePath+"/assumable_roles/" + key17.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/assumable_roles/additionalProperties/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key18},message:"must NOT have additional properties",schema:false,parentSchema:schema2.properties.assumable_roles.additionalProperties,data:data33};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
}
if(data33.description !== undefined && func0.call(data33, "description")){
let data34 = data33.description;
if(typeof data34 === "string"){
if(!pattern1.test(data34)){
const err86 = {instancePath:instancePath+"/assumable_roles/" + key17.replace(/~/g, "~0").replace(/\//g, "~1")+"/description",schemaPath:"#/properties/assumable_roles/additionalProperties/properties/description/pattern",keyword:"pattern",params:{pattern: "^[\\u0020-\\u007E\\u00A1-\\u00FF]{1,1000}$"},message:"must match pattern \""+"^[\\u0020-\\u007E\\u00A1-\\u00FF]{1,1000}$"+"\"",schema:"^[\\u0020-\\u007E\\u00A1-\\u00FF]{1,1000}$",parentSchema:schema2.properties.assumable_roles.additionalProperties.properties.description,data:data34};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
}
else {
const err87 = {instancePath:instancePath+"/assumable_roles/" + key17.replace(/~/g, "~0").replace(/\//g, "~1")+"/description",schemaPath:"#/properties/assumable_roles/additionalProperties/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema2.properties.assumable_roles.additionalProperties.properties.description.type,parentSchema:schema2.properties.assumable_roles.additionalProperties.properties.description,data:data34};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
}
if(data33.mirrors_group !== undefined && func0.call(data33, "mirrors_group")){
let data35 = data33.mirrors_group;
if(typeof data35 === "string"){
if(!pattern15.test(data35)){
const err88 = {instancePath:instancePath+"/assumable_roles/" + key17.replace(/~/g, "~0").replace(/\//g, "~1")+"/mirrors_group",schemaPath:"#/properties/assumable_roles/additionalProperties/properties/mirrors_group/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9]*(_[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z][a-z0-9]*(_[a-z0-9]+)*$"+"\"",schema:"^[a-z][a-z0-9]*(_[a-z0-9]+)*$",parentSchema:schema2.properties.assumable_roles.additionalProperties.properties.mirrors_group,data:data35};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
}
else {
const err89 = {instancePath:instancePath+"/assumable_roles/" + key17.replace(/~/g, "~0").replace(/\//g, "~1")+"/mirrors_group",schemaPath:"#/properties/assumable_roles/additionalProperties/properties/mirrors_group/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema2.properties.assumable_roles.additionalProperties.properties.mirrors_group.type,parentSchema:schema2.properties.assumable_roles.additionalProperties.properties.mirrors_group,data:data35};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
}
if(data33.custom_permissions !== undefined && func0.call(data33, "custom_permissions")){
let data36 = data33.custom_permissions;
if(data36 && typeof data36 == "object" && !Array.isArray(data36)){
if((data36.Version === undefined) || (!(func0.call(data36, "Version")))){
const err90 = {instancePath:instancePath+"/assumable_roles/" + key17.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_permissions",schemaPath:"#/properties/assumable_roles/additionalProperties/properties/custom_permissions/required",keyword:"required",params:{missingProperty: "Version"},message:"must have required property '"+"Version"+"'",schema:schema2.properties.assumable_roles.additionalProperties.properties.custom_permissions.required,parentSchema:schema2.properties.assumable_roles.additionalProperties.properties.custom_permissions,data:data36};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
if((data36.Statement === undefined) || (!(func0.call(data36, "Statement")))){
const err91 = {instancePath:instancePath+"/assumable_roles/" + key17.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_permissions",schemaPath:"#/properties/assumable_roles/additionalProperties/properties/custom_permissions/required",keyword:"required",params:{missingProperty: "Statement"},message:"must have required property '"+"Statement"+"'",schema:schema2.properties.assumable_roles.additionalProperties.properties.custom_permissions.required,parentSchema:schema2.properties.assumable_roles.additionalProperties.properties.custom_permissions,data:data36};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
for(const key19 of Object.keys(data36)){
if(!((key19 === "Version") || (key19 === "Statement"))){
const err92 = {instancePath:instancePath+"/assumable_roles/" + key17.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_permissions",schemaPath:"#/properties/assumable_roles/additionalProperties/properties/custom_permissions/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key19},message:"must NOT have additional properties",schema:false,parentSchema:schema2.properties.assumable_roles.additionalProperties.properties.custom_permissions,data:data36};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
}
if(data36.Version !== undefined && func0.call(data36, "Version")){
let data37 = data36.Version;
if(typeof data37 !== "string"){
const err93 = {instancePath:instancePath+"/assumable_roles/" + key17.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_permissions/Version",schemaPath:"#/properties/assumable_roles/additionalProperties/properties/custom_permissions/properties/Version/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema2.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Version.type,parentSchema:schema2.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Version,data:data37};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
if(!(data37 === "2012-10-17")){
const err94 = {instancePath:instancePath+"/assumable_roles/" + key17.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_permissions/Version",schemaPath:"#/properties/assumable_roles/additionalProperties/properties/custom_permissions/properties/Version/enum",keyword:"enum",params:{allowedValues: schema2.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Version.enum},message:"must be equal to one of the allowed values",schema:schema2.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Version.enum,parentSchema:schema2.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Version,data:data37};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
}
if(data36.Statement !== undefined && func0.call(data36, "Statement")){
let data38 = data36.Statement;
if(Array.isArray(data38)){
if(data38.length < 1){
const err95 = {instancePath:instancePath+"/assumable_roles/" + key17.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_permissions/Statement",schemaPath:"#/properties/assumable_roles/additionalProperties/properties/custom_permissions/properties/Statement/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema2.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Statement,data:data38};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
const len7 = data38.length;
for(let i10=0; i10<len7; i10++){
let data39 = data38[i10];
if(data39 && typeof data39 == "object" && !Array.isArray(data39)){
if((data39.Effect === undefined) || (!(func0.call(data39, "Effect")))){
const err96 = {instancePath:instancePath+"/assumable_roles/" + key17.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_permissions/Statement/" + i10,schemaPath:"#/properties/assumable_roles/additionalProperties/properties/custom_permissions/properties/Statement/items/required",keyword:"required",params:{missingProperty: "Effect"},message:"must have required property '"+"Effect"+"'",schema:schema2.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Statement.items.required,parentSchema:schema2.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Statement.items,data:data39};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
if((data39.Action === undefined) || (!(func0.call(data39, "Action")))){
const err97 = {instancePath:instancePath+"/assumable_roles/" + key17.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_permissions/Statement/" + i10,schemaPath:"#/properties/assumable_roles/additionalProperties/properties/custom_permissions/properties/Statement/items/required",keyword:"required",params:{missingProperty: "Action"},message:"must have required property '"+"Action"+"'",schema:schema2.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Statement.items.required,parentSchema:schema2.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Statement.items,data:data39};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
if((data39.Resource === undefined) || (!(func0.call(data39, "Resource")))){
const err98 = {instancePath:instancePath+"/assumable_roles/" + key17.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_permissions/Statement/" + i10,schemaPath:"#/properties/assumable_roles/additionalProperties/properties/custom_permissions/properties/Statement/items/required",keyword:"required",params:{missingProperty: "Resource"},message:"must have required property '"+"Resource"+"'",schema:schema2.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Statement.items.required,parentSchema:schema2.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Statement.items,data:data39};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
for(const key20 of Object.keys(data39)){
if(!(((((key20 === "Sid") || (key20 === "Effect")) || (key20 === "Action")) || (key20 === "Resource")) || (key20 === "Condition"))){
const err99 = {instancePath:instancePath+"/assumable_roles/" + key17.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_permissions/Statement/" + i10,schemaPath:"#/properties/assumable_roles/additionalProperties/properties/custom_permissions/properties/Statement/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key20},message:"must NOT have additional properties",schema:false,parentSchema:schema2.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Statement.items,data:data39};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
}
if(data39.Sid !== undefined && func0.call(data39, "Sid")){
let data40 = data39.Sid;
if(typeof data40 === "string"){
if(!pattern60.test(data40)){
const err100 = {instancePath:instancePath+"/assumable_roles/" + key17.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_permissions/Statement/" + i10+"/Sid",schemaPath:"#/properties/assumable_roles/additionalProperties/properties/custom_permissions/properties/Statement/items/properties/Sid/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9]{1,64}$"},message:"must match pattern \""+"^[A-Za-z0-9]{1,64}$"+"\"",schema:"^[A-Za-z0-9]{1,64}$",parentSchema:schema2.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Statement.items.properties.Sid,data:data40};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
}
else {
const err101 = {instancePath:instancePath+"/assumable_roles/" + key17.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_permissions/Statement/" + i10+"/Sid",schemaPath:"#/properties/assumable_roles/additionalProperties/properties/custom_permissions/properties/Statement/items/properties/Sid/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema2.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Statement.items.properties.Sid.type,parentSchema:schema2.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Statement.items.properties.Sid,data:data40};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
}
if(data39.Effect !== undefined && func0.call(data39, "Effect")){
let data41 = data39.Effect;
if(typeof data41 !== "string"){
const err102 = {instancePath:instancePath+"/assumable_roles/" + key17.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_permissions/Statement/" + i10+"/Effect",schemaPath:"#/properties/assumable_roles/additionalProperties/properties/custom_permissions/properties/Statement/items/properties/Effect/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema2.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Statement.items.properties.Effect.type,parentSchema:schema2.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Statement.items.properties.Effect,data:data41};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
if(!((data41 === "Allow") || (data41 === "Deny"))){
const err103 = {instancePath:instancePath+"/assumable_roles/" + key17.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_permissions/Statement/" + i10+"/Effect",schemaPath:"#/properties/assumable_roles/additionalProperties/properties/custom_permissions/properties/Statement/items/properties/Effect/enum",keyword:"enum",params:{allowedValues: schema2.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Statement.items.properties.Effect.enum},message:"must be equal to one of the allowed values",schema:schema2.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Statement.items.properties.Effect.enum,parentSchema:schema2.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Statement.items.properties.Effect,data:data41};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
}
if(data39.Action !== undefined && func0.call(data39, "Action")){
let data42 = data39.Action;
if((typeof data42 !== "string") && (!(Array.isArray(data42)))){
const err104 = {instancePath:instancePath+"/assumable_roles/" + key17.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_permissions/Statement/" + i10+"/Action",schemaPath:"#/properties/assumable_roles/additionalProperties/properties/custom_permissions/properties/Statement/items/properties/Action/type",keyword:"type",params:{type: schema2.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Statement.items.properties.Action.type},message:"must be string,array",schema:schema2.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Statement.items.properties.Action.type,parentSchema:schema2.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Statement.items.properties.Action,data:data42};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
if(typeof data42 === "string"){
if(!pattern72.test(data42)){
const err105 = {instancePath:instancePath+"/assumable_roles/" + key17.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_permissions/Statement/" + i10+"/Action",schemaPath:"#/properties/assumable_roles/additionalProperties/properties/custom_permissions/properties/Statement/items/properties/Action/pattern",keyword:"pattern",params:{pattern: "^(\\*|[a-z0-9-]+:[A-Za-z0-9*?]+)$"},message:"must match pattern \""+"^(\\*|[a-z0-9-]+:[A-Za-z0-9*?]+)$"+"\"",schema:"^(\\*|[a-z0-9-]+:[A-Za-z0-9*?]+)$",parentSchema:schema2.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Statement.items.properties.Action,data:data42};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
}
if(Array.isArray(data42)){
if(data42.length < 1){
const err106 = {instancePath:instancePath+"/assumable_roles/" + key17.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_permissions/Statement/" + i10+"/Action",schemaPath:"#/properties/assumable_roles/additionalProperties/properties/custom_permissions/properties/Statement/items/properties/Action/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema2.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Statement.items.properties.Action,data:data42};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
const len8 = data42.length;
for(let i11=0; i11<len8; i11++){
let data43 = data42[i11];
if(typeof data43 === "string"){
if(!pattern72.test(data43)){
const err107 = {instancePath:instancePath+"/assumable_roles/" + key17.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_permissions/Statement/" + i10+"/Action/" + i11,schemaPath:"#/properties/assumable_roles/additionalProperties/properties/custom_permissions/properties/Statement/items/properties/Action/items/pattern",keyword:"pattern",params:{pattern: "^(\\*|[a-z0-9-]+:[A-Za-z0-9*?]+)$"},message:"must match pattern \""+"^(\\*|[a-z0-9-]+:[A-Za-z0-9*?]+)$"+"\"",schema:"^(\\*|[a-z0-9-]+:[A-Za-z0-9*?]+)$",parentSchema:schema2.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Statement.items.properties.Action.items,data:data43};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
}
else {
const err108 = {instancePath:instancePath+"/assumable_roles/" + key17.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_permissions/Statement/" + i10+"/Action/" + i11,schemaPath:"#/properties/assumable_roles/additionalProperties/properties/custom_permissions/properties/Statement/items/properties/Action/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema2.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Statement.items.properties.Action.items.type,parentSchema:schema2.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Statement.items.properties.Action.items,data:data43};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
}
}
}
if(data39.Resource !== undefined && func0.call(data39, "Resource")){
let data44 = data39.Resource;
if((typeof data44 !== "string") && (!(Array.isArray(data44)))){
const err109 = {instancePath:instancePath+"/assumable_roles/" + key17.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_permissions/Statement/" + i10+"/Resource",schemaPath:"#/properties/assumable_roles/additionalProperties/properties/custom_permissions/properties/Statement/items/properties/Resource/type",keyword:"type",params:{type: schema2.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Statement.items.properties.Resource.type},message:"must be string,array",schema:schema2.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Statement.items.properties.Resource.type,parentSchema:schema2.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Statement.items.properties.Resource,data:data44};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
}
if(typeof data44 === "string"){
if(!pattern74.test(data44)){
const err110 = {instancePath:instancePath+"/assumable_roles/" + key17.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_permissions/Statement/" + i10+"/Resource",schemaPath:"#/properties/assumable_roles/additionalProperties/properties/custom_permissions/properties/Statement/items/properties/Resource/pattern",keyword:"pattern",params:{pattern: "^(\\*|arn:.+)$"},message:"must match pattern \""+"^(\\*|arn:.+)$"+"\"",schema:"^(\\*|arn:.+)$",parentSchema:schema2.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Statement.items.properties.Resource,data:data44};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
}
if(Array.isArray(data44)){
if(data44.length < 1){
const err111 = {instancePath:instancePath+"/assumable_roles/" + key17.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_permissions/Statement/" + i10+"/Resource",schemaPath:"#/properties/assumable_roles/additionalProperties/properties/custom_permissions/properties/Statement/items/properties/Resource/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema2.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Statement.items.properties.Resource,data:data44};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
const len9 = data44.length;
for(let i12=0; i12<len9; i12++){
let data45 = data44[i12];
if(typeof data45 === "string"){
if(!pattern74.test(data45)){
const err112 = {instancePath:instancePath+"/assumable_roles/" + key17.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_permissions/Statement/" + i10+"/Resource/" + i12,schemaPath:"#/properties/assumable_roles/additionalProperties/properties/custom_permissions/properties/Statement/items/properties/Resource/items/pattern",keyword:"pattern",params:{pattern: "^(\\*|arn:.+)$"},message:"must match pattern \""+"^(\\*|arn:.+)$"+"\"",schema:"^(\\*|arn:.+)$",parentSchema:schema2.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Statement.items.properties.Resource.items,data:data45};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
}
else {
const err113 = {instancePath:instancePath+"/assumable_roles/" + key17.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_permissions/Statement/" + i10+"/Resource/" + i12,schemaPath:"#/properties/assumable_roles/additionalProperties/properties/custom_permissions/properties/Statement/items/properties/Resource/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema2.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Statement.items.properties.Resource.items.type,parentSchema:schema2.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Statement.items.properties.Resource.items,data:data45};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
}
}
}
if(data39.Condition !== undefined && func0.call(data39, "Condition")){
let data46 = data39.Condition;
if(data46 && typeof data46 == "object" && !Array.isArray(data46)){
for(const key21 of Object.keys(data46)){
let data47 = data46[key21];
if(data47 && typeof data47 == "object" && !Array.isArray(data47)){
if(Object.keys(data47).length < 1){
const err114 = {instancePath:instancePath+"/assumable_roles/" + key17.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_permissions/Statement/" + i10+"/Condition/" + key21.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/assumable_roles/additionalProperties/properties/custom_permissions/properties/Statement/items/properties/Condition/additionalProperties/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties",schema:1,parentSchema:schema2.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Statement.items.properties.Condition.additionalProperties,data:data47};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
}
for(const key22 of Object.keys(data47)){
let data48 = data47[key22];
if((typeof data48 !== "string") && (!(Array.isArray(data48)))){
const err115 = {instancePath:instancePath+"/assumable_roles/" + key17.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_permissions/Statement/" + i10+"/Condition/" + key21.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + key22.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/assumable_roles/additionalProperties/properties/custom_permissions/properties/Statement/items/properties/Condition/additionalProperties/additionalProperties/type",keyword:"type",params:{type: schema2.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Statement.items.properties.Condition.additionalProperties.additionalProperties.type},message:"must be string,array",schema:schema2.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Statement.items.properties.Condition.additionalProperties.additionalProperties.type,parentSchema:schema2.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Statement.items.properties.Condition.additionalProperties.additionalProperties,data:data48};
if(vErrors === null){
vErrors = [err115];
}
else {
vErrors.push(err115);
}
errors++;
}
if(Array.isArray(data48)){
if(data48.length < 1){
const err116 = {instancePath:instancePath+"/assumable_roles/" + key17.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_permissions/Statement/" + i10+"/Condition/" + key21.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + key22.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/assumable_roles/additionalProperties/properties/custom_permissions/properties/Statement/items/properties/Condition/additionalProperties/additionalProperties/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema2.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Statement.items.properties.Condition.additionalProperties.additionalProperties,data:data48};
if(vErrors === null){
vErrors = [err116];
}
else {
vErrors.push(err116);
}
errors++;
}
const len10 = data48.length;
for(let i13=0; i13<len10; i13++){
let data49 = data48[i13];
if(typeof data49 !== "string"){
const err117 = {instancePath:instancePath+"/assumable_roles/" + key17.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_permissions/Statement/" + i10+"/Condition/" + key21.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + key22.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i13,schemaPath:"#/properties/assumable_roles/additionalProperties/properties/custom_permissions/properties/Statement/items/properties/Condition/additionalProperties/additionalProperties/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema2.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Statement.items.properties.Condition.additionalProperties.additionalProperties.items.type,parentSchema:schema2.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Statement.items.properties.Condition.additionalProperties.additionalProperties.items,data:data49};
if(vErrors === null){
vErrors = [err117];
}
else {
vErrors.push(err117);
}
errors++;
}
}
}
}
}
else {
const err118 = {instancePath:instancePath+"/assumable_roles/" + key17.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_permissions/Statement/" + i10+"/Condition/" + key21.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/assumable_roles/additionalProperties/properties/custom_permissions/properties/Statement/items/properties/Condition/additionalProperties/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema2.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Statement.items.properties.Condition.additionalProperties.type,parentSchema:schema2.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Statement.items.properties.Condition.additionalProperties,data:data47};
if(vErrors === null){
vErrors = [err118];
}
else {
vErrors.push(err118);
}
errors++;
}
}
}
else {
const err119 = {instancePath:instancePath+"/assumable_roles/" + key17.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_permissions/Statement/" + i10+"/Condition",schemaPath:"#/properties/assumable_roles/additionalProperties/properties/custom_permissions/properties/Statement/items/properties/Condition/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema2.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Statement.items.properties.Condition.type,parentSchema:schema2.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Statement.items.properties.Condition,data:data46};
if(vErrors === null){
vErrors = [err119];
}
else {
vErrors.push(err119);
}
errors++;
}
}
}
else {
const err120 = {instancePath:instancePath+"/assumable_roles/" + key17.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_permissions/Statement/" + i10,schemaPath:"#/properties/assumable_roles/additionalProperties/properties/custom_permissions/properties/Statement/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema2.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Statement.items.type,parentSchema:schema2.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Statement.items,data:data39};
if(vErrors === null){
vErrors = [err120];
}
else {
vErrors.push(err120);
}
errors++;
}
}
}
else {
const err121 = {instancePath:instancePath+"/assumable_roles/" + key17.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_permissions/Statement",schemaPath:"#/properties/assumable_roles/additionalProperties/properties/custom_permissions/properties/Statement/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema2.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Statement.type,parentSchema:schema2.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Statement,data:data38};
if(vErrors === null){
vErrors = [err121];
}
else {
vErrors.push(err121);
}
errors++;
}
}
}
else {
const err122 = {instancePath:instancePath+"/assumable_roles/" + key17.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_permissions",schemaPath:"#/properties/assumable_roles/additionalProperties/properties/custom_permissions/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema2.properties.assumable_roles.additionalProperties.properties.custom_permissions.type,parentSchema:schema2.properties.assumable_roles.additionalProperties.properties.custom_permissions,data:data36};
if(vErrors === null){
vErrors = [err122];
}
else {
vErrors.push(err122);
}
errors++;
}
}
if(data33.max_session_duration !== undefined && func0.call(data33, "max_session_duration")){
let data50 = data33.max_session_duration;
if(!(((typeof data50 == "number") && (!(data50 % 1) && !isNaN(data50))) && (isFinite(data50)))){
const err123 = {instancePath:instancePath+"/assumable_roles/" + key17.replace(/~/g, "~0").replace(/\//g, "~1")+"/max_session_duration",schemaPath:"#/properties/assumable_roles/additionalProperties/properties/max_session_duration/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema2.properties.assumable_roles.additionalProperties.properties.max_session_duration.type,parentSchema:schema2.properties.assumable_roles.additionalProperties.properties.max_session_duration,data:data50};
if(vErrors === null){
vErrors = [err123];
}
else {
vErrors.push(err123);
}
errors++;
}
if((typeof data50 == "number") && (isFinite(data50))){
if(data50 > 43200 || isNaN(data50)){
const err124 = {instancePath:instancePath+"/assumable_roles/" + key17.replace(/~/g, "~0").replace(/\//g, "~1")+"/max_session_duration",schemaPath:"#/properties/assumable_roles/additionalProperties/properties/max_session_duration/maximum",keyword:"maximum",params:{comparison: "<=", limit: 43200},message:"must be <= 43200",schema:43200,parentSchema:schema2.properties.assumable_roles.additionalProperties.properties.max_session_duration,data:data50};
if(vErrors === null){
vErrors = [err124];
}
else {
vErrors.push(err124);
}
errors++;
}
if(data50 < 3600 || isNaN(data50)){
const err125 = {instancePath:instancePath+"/assumable_roles/" + key17.replace(/~/g, "~0").replace(/\//g, "~1")+"/max_session_duration",schemaPath:"#/properties/assumable_roles/additionalProperties/properties/max_session_duration/minimum",keyword:"minimum",params:{comparison: ">=", limit: 3600},message:"must be >= 3600",schema:3600,parentSchema:schema2.properties.assumable_roles.additionalProperties.properties.max_session_duration,data:data50};
if(vErrors === null){
vErrors = [err125];
}
else {
vErrors.push(err125);
}
errors++;
}
}
}
if(data33.require_mfa !== undefined && func0.call(data33, "require_mfa")){
let data51 = data33.require_mfa;
if(typeof data51 !== "boolean"){
const err126 = {instancePath:instancePath+"/assumable_roles/" + key17.replace(/~/g, "~0").replace(/\//g, "~1")+"/require_mfa",schemaPath:"#/properties/assumable_roles/additionalProperties/properties/require_mfa/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema2.properties.assumable_roles.additionalProperties.properties.require_mfa.type,parentSchema:schema2.properties.assumable_roles.additionalProperties.properties.require_mfa,data:data51};
if(vErrors === null){
vErrors = [err126];
}
else {
vErrors.push(err126);
}
errors++;
}
}
}
else {
const err127 = {instancePath:instancePath+"/assumable_roles/" + key17.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/assumable_roles/additionalProperties/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema2.properties.assumable_roles.additionalProperties.type,parentSchema:schema2.properties.assumable_roles.additionalProperties,data:data33};
if(vErrors === null){
vErrors = [err127];
}
else {
vErrors.push(err127);
}
errors++;
}
}
}
else {
const err128 = {instancePath:instancePath+"/assumable_roles",schemaPath:"#/properties/assumable_roles/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema2.properties.assumable_roles.type,parentSchema:schema2.properties.assumable_roles,data:data32};
if(vErrors === null){
vErrors = [err128];
}
else {
vErrors.push(err128);
}
errors++;
}
}
if(data.cross_account_roles !== undefined && func0.call(data, "cross_account_roles")){
let data52 = data.cross_account_roles;
if(data52 && typeof data52 == "object" && !Array.isArray(data52)){
for(const key23 of Object.keys(data52)){
const _errs130 = errors;
if(typeof key23 === "string"){
if(!pattern15.test(key23)){
const err129 = {instancePath:instancePath+"/cross_account_roles",schemaPath:"#/properties/cross_account_roles/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9]*(_[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z][a-z0-9]*(_[a-z0-9]+)*$"+"\"",schema:"^[a-z][a-z0-9]*(_[a-z0-9]+)*$",parentSchema:schema2.properties.cross_account_roles.propertyNames,data:key23,propertyName:key23};
if(vErrors === null){
vErrors = [err129];
}
else {
vErrors.push(err129);
}
errors++;
}
}
var valid48 = _errs130 === errors;
if(!valid48){
const err130 = {instancePath:instancePath+"/cross_account_roles",schemaPath:"#/properties/cross_account_roles/propertyNames",keyword:"propertyNames",params:{propertyName: key23},message:"property name must be valid",schema:schema2.properties.cross_account_roles.propertyNames,parentSchema:schema2.properties.cross_account_roles,data:data52};
if(vErrors === null){
vErrors = [err130];
}
else {
vErrors.push(err130);
}
errors++;
}
}
for(const key24 of Object.keys(data52)){
let data53 = data52[key24];
if(data53 && typeof data53 == "object" && !Array.isArray(data53)){
if((data53.trusted_accounts === undefined) || (!(func0.call(data53, "trusted_accounts")))){
const err131 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/cross_account_roles/additionalProperties/required",keyword:"required",params:{missingProperty: "trusted_accounts"},message:"must have required property '"+"trusted_accounts"+"'",schema:schema2.properties.cross_account_roles.additionalProperties.required,parentSchema:schema2.properties.cross_account_roles.additionalProperties,data:data53};
if(vErrors === null){
vErrors = [err131];
}
else {
vErrors.push(err131);
}
errors++;
}
if((data53.external_id === undefined) || (!(func0.call(data53, "external_id")))){
const err132 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/cross_account_roles/additionalProperties/required",keyword:"required",params:{missingProperty: "external_id"},message:"must have required property '"+"external_id"+"'",schema:schema2.properties.cross_account_roles.additionalProperties.required,parentSchema:schema2.properties.cross_account_roles.additionalProperties,data:data53};
if(vErrors === null){
vErrors = [err132];
}
else {
vErrors.push(err132);
}
errors++;
}
for(const key25 of Object.keys(data53)){
if(!(((((((key25 === "description") || (key25 === "trusted_accounts")) || (key25 === "external_id")) || (key25 === "managed_policies")) || (key25 === "custom_policies")) || (key25 === "max_session_duration")) || (key25 === "require_mfa"))){
const err133 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/cross_account_roles/additionalProperties/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key25},message:"must NOT have additional properties",schema:false,parentSchema:schema2.properties.cross_account_roles.additionalProperties,data:data53};
if(vErrors === null){
vErrors = [err133];
}
else {
vErrors.push(err133);
}
errors++;
}
}
if(data53.description !== undefined && func0.call(data53, "description")){
let data54 = data53.description;
if(typeof data54 === "string"){
if(!pattern1.test(data54)){
const err134 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/description",schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/description/pattern",keyword:"pattern",params:{pattern: "^[\\u0020-\\u007E\\u00A1-\\u00FF]{1,1000}$"},message:"must match pattern \""+"^[\\u0020-\\u007E\\u00A1-\\u00FF]{1,1000}$"+"\"",schema:"^[\\u0020-\\u007E\\u00A1-\\u00FF]{1,1000}$",parentSchema:schema2.properties.cross_account_roles.additionalProperties.properties.description,data:data54};
if(vErrors === null){
vErrors = [err134];
}
else {
vErrors.push(err134);
}
errors++;
}
}
else {
const err135 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/description",schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema2.properties.cross_account_roles.additionalProperties.properties.description.type,parentSchema:schema2.properties.cross_account_roles.additionalProperties.properties.description,data:data54};
if(vErrors === null){
vErrors = [err135];
}
else {
vErrors.push(err135);
}
errors++;
}
}
if(data53.trusted_accounts !== undefined && func0.call(data53, "trusted_accounts")){
let data55 = data53.trusted_accounts;
if(Array.isArray(data55)){
if(data55.length < 1){
const err136 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/trusted_accounts",schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/trusted_accounts/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema2.properties.cross_account_roles.additionalProperties.properties.trusted_accounts,data:data55};
if(vErrors === null){
vErrors = [err136];
}
else {
vErrors.push(err136);
}
errors++;
}
const len11 = data55.length;
for(let i14=0; i14<len11; i14++){
let data56 = data55[i14];
if(typeof data56 === "string"){
if(!pattern4.test(data56)){
const err137 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/trusted_accounts/" + i14,schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/trusted_accounts/items/pattern",keyword:"pattern",params:{pattern: "^[0-9]{12}$"},message:"must match pattern \""+"^[0-9]{12}$"+"\"",schema:"^[0-9]{12}$",parentSchema:schema2.properties.cross_account_roles.additionalProperties.properties.trusted_accounts.items,data:data56};
if(vErrors === null){
vErrors = [err137];
}
else {
vErrors.push(err137);
}
errors++;
}
}
else {
const err138 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/trusted_accounts/" + i14,schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/trusted_accounts/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema2.properties.cross_account_roles.additionalProperties.properties.trusted_accounts.items.type,parentSchema:schema2.properties.cross_account_roles.additionalProperties.properties.trusted_accounts.items,data:data56};
if(vErrors === null){
vErrors = [err138];
}
else {
vErrors.push(err138);
}
errors++;
}
}
let i15 = data55.length;
let j3;
if(i15 > 1){
const indices3 = {};
for(;i15--;){
let item3 = data55[i15];
if(typeof item3 !== "string"){
continue;
}
if(typeof indices3[item3] == "number"){
j3 = indices3[item3];
const err139 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/trusted_accounts",schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/trusted_accounts/uniqueItems",keyword:"uniqueItems",params:{i: i15, j: j3},message:"must NOT have duplicate items (items ## "+j3+" and "+i15+" are identical)",schema:true,parentSchema:schema2.properties.cross_account_roles.additionalProperties.properties.trusted_accounts,data:data55};
if(vErrors === null){
vErrors = [err139];
}
else {
vErrors.push(err139);
}
errors++;
break;
}
indices3[item3] = i15;
}
}
}
else {
const err140 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/trusted_accounts",schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/trusted_accounts/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema2.properties.cross_account_roles.additionalProperties.properties.trusted_accounts.type,parentSchema:schema2.properties.cross_account_roles.additionalProperties.properties.trusted_accounts,data:data55};
if(vErrors === null){
vErrors = [err140];
}
else {
vErrors.push(err140);
}
errors++;
}
}
if(data53.external_id !== undefined && func0.call(data53, "external_id")){
let data57 = data53.external_id;
if(typeof data57 === "string"){
if(!pattern79.test(data57)){
const err141 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/external_id",schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/external_id/pattern",keyword:"pattern",params:{pattern: "^[\\w+=,.@:/-]{2,1224}$"},message:"must match pattern \""+"^[\\w+=,.@:/-]{2,1224}$"+"\"",schema:"^[\\w+=,.@:/-]{2,1224}$",parentSchema:schema2.properties.cross_account_roles.additionalProperties.properties.external_id,data:data57};
if(vErrors === null){
vErrors = [err141];
}
else {
vErrors.push(err141);
}
errors++;
}
}
else {
const err142 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/external_id",schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/external_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema2.properties.cross_account_roles.additionalProperties.properties.external_id.type,parentSchema:schema2.properties.cross_account_roles.additionalProperties.properties.external_id,data:data57};
if(vErrors === null){
vErrors = [err142];
}
else {
vErrors.push(err142);
}
errors++;
}
}
if(data53.managed_policies !== undefined && func0.call(data53, "managed_policies")){
let data58 = data53.managed_policies;
if(Array.isArray(data58)){
if(data58.length > 10){
const err143 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/managed_policies",schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/managed_policies/maxItems",keyword:"maxItems",params:{limit: 10},message:"must NOT have more than 10 items",schema:10,parentSchema:schema2.properties.cross_account_roles.additionalProperties.properties.managed_policies,data:data58};
if(vErrors === null){
vErrors = [err143];
}
else {
vErrors.push(err143);
}
errors++;
}
const len12 = data58.length;
for(let i16=0; i16<len12; i16++){
let data59 = data58[i16];
if(typeof data59 === "string"){
if(!pattern54.test(data59)){
const err144 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/managed_policies/" + i16,schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/managed_policies/items/pattern",keyword:"pattern",params:{pattern: "^([A-Za-z0-9-]+/)*[\\w+=,.@-]{1,128}$"},message:"must match pattern \""+"^([A-Za-z0-9-]+/)*[\\w+=,.@-]{1,128}$"+"\"",schema:"^([A-Za-z0-9-]+/)*[\\w+=,.@-]{1,128}$",parentSchema:schema2.properties.cross_account_roles.additionalProperties.properties.managed_policies.items,data:data59};
if(vErrors === null){
vErrors = [err144];
}
else {
vErrors.push(err144);
}
errors++;
}
}
else {
const err145 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/managed_policies/" + i16,schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/managed_policies/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema2.properties.cross_account_roles.additionalProperties.properties.managed_policies.items.type,parentSchema:schema2.properties.cross_account_roles.additionalProperties.properties.managed_policies.items,data:data59};
if(vErrors === null){
vErrors = [err145];
}
else {
vErrors.push(err145);
}
errors++;
}
}
let i17 = data58.length;
let j4;
if(i17 > 1){
const indices4 = {};
for(;i17--;){
let item4 = data58[i17];
if(typeof item4 !== "string"){
continue;
}
if(typeof indices4[item4] == "number"){
j4 = indices4[item4];
const err146 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/managed_policies",schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/managed_policies/uniqueItems",keyword:"uniqueItems",params:{i: i17, j: j4},message:"must NOT have duplicate items (items ## "+j4+" and "+i17+" are identical)",schema:true,parentSchema:schema2.properties.cross_account_roles.additionalProperties.properties.managed_policies,data:data58};
if(vErrors === null){
vErrors = [err146];
}
else {
vErrors.push(err146);
}
errors++;
break;
}
indices4[item4] = i17;
}
}
}
else {
const err147 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/managed_policies",schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/managed_policies/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema2.properties.cross_account_roles.additionalProperties.properties.managed_policies.type,parentSchema:schema2.properties.cross_account_roles.additionalProperties.properties.managed_policies,data:data58};
if(vErrors === null){
vErrors = [err147];
}
else {
vErrors.push(err147);
}
errors++;
}
}
if(data53.custom_policies !== undefined && func0.call(data53, "custom_policies")){
let data60 = data53.custom_policies;
if(data60 && typeof data60 == "object" && !Array.isArray(data60)){
for(const key26 of Object.keys(data60)){
const _errs149 = errors;
if(typeof key26 === "string"){
if(!pattern15.test(key26)){
const err148 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_policies",schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/custom_policies/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9]*(_[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z][a-z0-9]*(_[a-z0-9]+)*$"+"\"",schema:"^[a-z][a-z0-9]*(_[a-z0-9]+)*$",parentSchema:schema2.properties.cross_account_roles.additionalProperties.properties.custom_policies.propertyNames,data:key26,propertyName:key26};
if(vErrors === null){
vErrors = [err148];
}
else {
vErrors.push(err148);
}
errors++;
}
}
var valid57 = _errs149 === errors;
if(!valid57){
const err149 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_policies",schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/custom_policies/propertyNames",keyword:"propertyNames",params:{propertyName: key26},message:"property name must be valid",schema:schema2.properties.cross_account_roles.additionalProperties.properties.custom_policies.propertyNames,parentSchema:schema2.properties.cross_account_roles.additionalProperties.properties.custom_policies,data:data60};
if(vErrors === null){
vErrors = [err149];
}
else {
vErrors.push(err149);
}
errors++;
}
}
for(const key27 of Object.keys(data60)){
let data61 = data60[key27];
if(data61 && typeof data61 == "object" && !Array.isArray(data61)){
if((data61.Version === undefined) || (!(func0.call(data61, "Version")))){
const err150 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_policies/" + key27.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/custom_policies/additionalProperties/required",keyword:"required",params:{missingProperty: "Version"},message:"must have required property '"+"Version"+"'",schema:schema2.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.required,parentSchema:schema2.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties,data:data61};
if(vErrors === null){
vErrors = [err150];
}
else {
vErrors.push(err150);
}
errors++;
}
if((data61.Statement === undefined) || (!(func0.call(data61, "Statement")))){
const err151 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_policies/" + key27.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/custom_policies/additionalProperties/required",keyword:"required",params:{missingProperty: "Statement"},message:"must have required property '"+"Statement"+"'",schema:schema2.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.required,parentSchema:schema2.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties,data:data61};
if(vErrors === null){
vErrors = [err151];
}
else {
vErrors.push(err151);
}
errors++;
}
for(const key28 of Object.keys(data61)){
if(!((key28 === "Version") || (key28 === "Statement"))){
const err152 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_policies/" + key27.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/custom_policies/additionalProperties/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key28},message:"must NOT have additional properties",schema:false,parentSchema:schema2.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties,data:data61};
if(vErrors === null){
vErrors = [err152];
}
else {
vErrors.push(err152);
}
errors++;
}
}
if(data61.Version !== undefined && func0.call(data61, "Version")){
let data62 = data61.Version;
if(typeof data62 !== "string"){
const err153 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_policies/" + key27.replace(/~/g, "~0").replace(/\//g, "~1")+"/Version",schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/custom_policies/additionalProperties/properties/Version/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema2.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Version.type,parentSchema:schema2.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Version,data:data62};
if(vErrors === null){
vErrors = [err153];
}
else {
vErrors.push(err153);
}
errors++;
}
if(!(data62 === "2012-10-17")){
const err154 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_policies/" + key27.replace(/~/g, "~0").replace(/\//g, "~1")+"/Version",schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/custom_policies/additionalProperties/properties/Version/enum",keyword:"enum",params:{allowedValues: schema2.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Version.enum},message:"must be equal to one of the allowed values",schema:schema2.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Version.enum,parentSchema:schema2.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Version,data:data62};
if(vErrors === null){
vErrors = [err154];
}
else {
vErrors.push(err154);
}
errors++;
}
}
if(data61.Statement !== undefined && func0.call(data61, "Statement")){
let data63 = data61.Statement;
if(Array.isArray(data63)){
if(data63.length < 1){
const err155 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_policies/" + key27.replace(/~/g, "~0").replace(/\//g, "~1")+"/Statement",schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/custom_policies/additionalProperties/properties/Statement/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema2.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Statement,data:data63};
if(vErrors === null){
vErrors = [err155];
}
else {
vErrors.push(err155);
}
errors++;
}
const len13 = data63.length;
for(let i18=0; i18<len13; i18++){
let data64 = data63[i18];
if(data64 && typeof data64 == "object" && !Array.isArray(data64)){
if((data64.Effect === undefined) || (!(func0.call(data64, "Effect")))){
const err156 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_policies/" + key27.replace(/~/g, "~0").replace(/\//g, "~1")+"/Statement/" + i18,schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/custom_policies/additionalProperties/properties/Statement/items/required",keyword:"required",params:{missingProperty: "Effect"},message:"must have required property '"+"Effect"+"'",schema:schema2.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Statement.items.required,parentSchema:schema2.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Statement.items,data:data64};
if(vErrors === null){
vErrors = [err156];
}
else {
vErrors.push(err156);
}
errors++;
}
if((data64.Action === undefined) || (!(func0.call(data64, "Action")))){
const err157 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_policies/" + key27.replace(/~/g, "~0").replace(/\//g, "~1")+"/Statement/" + i18,schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/custom_policies/additionalProperties/properties/Statement/items/required",keyword:"required",params:{missingProperty: "Action"},message:"must have required property '"+"Action"+"'",schema:schema2.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Statement.items.required,parentSchema:schema2.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Statement.items,data:data64};
if(vErrors === null){
vErrors = [err157];
}
else {
vErrors.push(err157);
}
errors++;
}
if((data64.Resource === undefined) || (!(func0.call(data64, "Resource")))){
const err158 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_policies/" + key27.replace(/~/g, "~0").replace(/\//g, "~1")+"/Statement/" + i18,schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/custom_policies/additionalProperties/properties/Statement/items/required",keyword:"required",params:{missingProperty: "Resource"},message:"must have required property '"+"Resource"+"'",schema:schema2.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Statement.items.required,parentSchema:schema2.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Statement.items,data:data64};
if(vErrors === null){
vErrors = [err158];
}
else {
vErrors.push(err158);
}
errors++;
}
for(const key29 of Object.keys(data64)){
if(!(((((key29 === "Sid") || (key29 === "Effect")) || (key29 === "Action")) || (key29 === "Resource")) || (key29 === "Condition"))){
const err159 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_policies/" + key27.replace(/~/g, "~0").replace(/\//g, "~1")+"/Statement/" + i18,schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/custom_policies/additionalProperties/properties/Statement/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key29},message:"must NOT have additional properties",schema:false,parentSchema:schema2.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Statement.items,data:data64};
if(vErrors === null){
vErrors = [err159];
}
else {
vErrors.push(err159);
}
errors++;
}
}
if(data64.Sid !== undefined && func0.call(data64, "Sid")){
let data65 = data64.Sid;
if(typeof data65 === "string"){
if(!pattern60.test(data65)){
const err160 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_policies/" + key27.replace(/~/g, "~0").replace(/\//g, "~1")+"/Statement/" + i18+"/Sid",schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/custom_policies/additionalProperties/properties/Statement/items/properties/Sid/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9]{1,64}$"},message:"must match pattern \""+"^[A-Za-z0-9]{1,64}$"+"\"",schema:"^[A-Za-z0-9]{1,64}$",parentSchema:schema2.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Statement.items.properties.Sid,data:data65};
if(vErrors === null){
vErrors = [err160];
}
else {
vErrors.push(err160);
}
errors++;
}
}
else {
const err161 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_policies/" + key27.replace(/~/g, "~0").replace(/\//g, "~1")+"/Statement/" + i18+"/Sid",schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/custom_policies/additionalProperties/properties/Statement/items/properties/Sid/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema2.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Statement.items.properties.Sid.type,parentSchema:schema2.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Statement.items.properties.Sid,data:data65};
if(vErrors === null){
vErrors = [err161];
}
else {
vErrors.push(err161);
}
errors++;
}
}
if(data64.Effect !== undefined && func0.call(data64, "Effect")){
let data66 = data64.Effect;
if(typeof data66 !== "string"){
const err162 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_policies/" + key27.replace(/~/g, "~0").replace(/\//g, "~1")+"/Statement/" + i18+"/Effect",schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/custom_policies/additionalProperties/properties/Statement/items/properties/Effect/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema2.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Statement.items.properties.Effect.type,parentSchema:schema2.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Statement.items.properties.Effect,data:data66};
if(vErrors === null){
vErrors = [err162];
}
else {
vErrors.push(err162);
}
errors++;
}
if(!((data66 === "Allow") || (data66 === "Deny"))){
const err163 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_policies/" + key27.replace(/~/g, "~0").replace(/\//g, "~1")+"/Statement/" + i18+"/Effect",schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/custom_policies/additionalProperties/properties/Statement/items/properties/Effect/enum",keyword:"enum",params:{allowedValues: schema2.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Statement.items.properties.Effect.enum},message:"must be equal to one of the allowed values",schema:schema2.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Statement.items.properties.Effect.enum,parentSchema:schema2.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Statement.items.properties.Effect,data:data66};
if(vErrors === null){
vErrors = [err163];
}
else {
vErrors.push(err163);
}
errors++;
}
}
if(data64.Action !== undefined && func0.call(data64, "Action")){
let data67 = data64.Action;
if((typeof data67 !== "string") && (!(Array.isArray(data67)))){
const err164 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_policies/" + key27.replace(/~/g, "~0").replace(/\//g, "~1")+"/Statement/" + i18+"/Action",schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/custom_policies/additionalProperties/properties/Statement/items/properties/Action/type",keyword:"type",params:{type: schema2.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Statement.items.properties.Action.type},message:"must be string,array",schema:schema2.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Statement.items.properties.Action.type,parentSchema:schema2.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Statement.items.properties.Action,data:data67};
if(vErrors === null){
vErrors = [err164];
}
else {
vErrors.push(err164);
}
errors++;
}
if(typeof data67 === "string"){
if(!pattern72.test(data67)){
const err165 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_policies/" + key27.replace(/~/g, "~0").replace(/\//g, "~1")+"/Statement/" + i18+"/Action",schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/custom_policies/additionalProperties/properties/Statement/items/properties/Action/pattern",keyword:"pattern",params:{pattern: "^(\\*|[a-z0-9-]+:[A-Za-z0-9*?]+)$"},message:"must match pattern \""+"^(\\*|[a-z0-9-]+:[A-Za-z0-9*?]+)$"+"\"",schema:"^(\\*|[a-z0-9-]+:[A-Za-z0-9*?]+)$",parentSchema:schema2.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Statement.items.properties.Action,data:data67};
if(vErrors === null){
vErrors = [err165];
}
else {
vErrors.push(err165);
}
errors++;
}
}
if(Array.isArray(data67)){
if(data67.length < 1){
const err166 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_policies/" + key27.replace(/~/g, "~0").replace(/\//g, "~1")+"/Statement/" + i18+"/Action",schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/custom_policies/additionalProperties/properties/Statement/items/properties/Action/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema2.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Statement.items.properties.Action,data:data67};
if(vErrors === null){
vErrors = [err166];
}
else {
vErrors.push(err166);
}
errors++;
}
const len14 = data67.length;
for(let i19=0; i19<len14; i19++){
let data68 = data67[i19];
if(typeof data68 === "string"){
if(!pattern72.test(data68)){
const err167 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_policies/" + key27.replace(/~/g, "~0").replace(/\//g, "~1")+"/Statement/" + i18+"/Action/" + i19,schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/custom_policies/additionalProperties/properties/Statement/items/properties/Action/items/pattern",keyword:"pattern",params:{pattern: "^(\\*|[a-z0-9-]+:[A-Za-z0-9*?]+)$"},message:"must match pattern \""+"^(\\*|[a-z0-9-]+:[A-Za-z0-9*?]+)$"+"\"",schema:"^(\\*|[a-z0-9-]+:[A-Za-z0-9*?]+)$",parentSchema:schema2.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Statement.items.properties.Action.items,data:data68};
if(vErrors === null){
vErrors = [err167];
}
else {
vErrors.push(err167);
}
errors++;
}
}
else {
const err168 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_policies/" + key27.replace(/~/g, "~0").replace(/\//g, "~1")+"/Statement/" + i18+"/Action/" + i19,schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/custom_policies/additionalProperties/properties/Statement/items/properties/Action/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema2.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Statement.items.properties.Action.items.type,parentSchema:schema2.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Statement.items.properties.Action.items,data:data68};
if(vErrors === null){
vErrors = [err168];
}
else {
vErrors.push(err168);
}
errors++;
}
}
}
}
if(data64.Resource !== undefined && func0.call(data64, "Resource")){
let data69 = data64.Resource;
if((typeof data69 !== "string") && (!(Array.isArray(data69)))){
const err169 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_policies/" + key27.replace(/~/g, "~0").replace(/\//g, "~1")+"/Statement/" + i18+"/Resource",schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/custom_policies/additionalProperties/properties/Statement/items/properties/Resource/type",keyword:"type",params:{type: schema2.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Statement.items.properties.Resource.type},message:"must be string,array",schema:schema2.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Statement.items.properties.Resource.type,parentSchema:schema2.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Statement.items.properties.Resource,data:data69};
if(vErrors === null){
vErrors = [err169];
}
else {
vErrors.push(err169);
}
errors++;
}
if(typeof data69 === "string"){
if(!pattern74.test(data69)){
const err170 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_policies/" + key27.replace(/~/g, "~0").replace(/\//g, "~1")+"/Statement/" + i18+"/Resource",schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/custom_policies/additionalProperties/properties/Statement/items/properties/Resource/pattern",keyword:"pattern",params:{pattern: "^(\\*|arn:.+)$"},message:"must match pattern \""+"^(\\*|arn:.+)$"+"\"",schema:"^(\\*|arn:.+)$",parentSchema:schema2.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Statement.items.properties.Resource,data:data69};
if(vErrors === null){
vErrors = [err170];
}
else {
vErrors.push(err170);
}
errors++;
}
}
if(Array.isArray(data69)){
if(data69.length < 1){
const err171 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_policies/" + key27.replace(/~/g, "~0").replace(/\//g, "~1")+"/Statement/" + i18+"/Resource",schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/custom_policies/additionalProperties/properties/Statement/items/properties/Resource/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema2.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Statement.items.properties.Resource,data:data69};
if(vErrors === null){
vErrors = [err171];
}
else {
vErrors.push(err171);
}
errors++;
}
const len15 = data69.length;
for(let i20=0; i20<len15; i20++){
let data70 = data69[i20];
if(typeof data70 === "string"){
if(!pattern74.test(data70)){
const err172 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_policies/" + key27.replace(/~/g, "~0").replace(/\//g, "~1")+"/Statement/" + i18+"/Resource/" + i20,schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/custom_policies/additionalProperties/properties/Statement/items/properties/Resource/items/pattern",keyword:"pattern",params:{pattern: "^(\\*|arn:.+)$"},message:"must match pattern \""+"^(\\*|arn:.+)$"+"\"",schema:"^(\\*|arn:.+)$",parentSchema:schema2.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Statement.items.properties.Resource.items,data:data70};
if(vErrors === null){
vErrors = [err172];
}
else {
vErrors.push(err172);
}
errors++;
}
}
else {
const err173 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_policies/" + key27.replace(/~/g, "~0").replace(/\//g, "~1")+"/Statement/" + i18+"/Resource/" + i20,schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/custom_policies/additionalProperties/properties/Statement/items/properties/Resource/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema2.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Statement.items.properties.Resource.items.type,parentSchema:schema2.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Statement.items.properties.Resource.items,data:data70};
if(vErrors === null){
vErrors = [err173];
}
else {
vErrors.push(err173);
}
errors++;
}
}
}
}
if(data64.Condition !== undefined && func0.call(data64, "Condition")){
let data71 = data64.Condition;
if(data71 && typeof data71 == "object" && !Array.isArray(data71)){
for(const key30 of Object.keys(data71)){
let data72 = data71[key30];
if(data72 && typeof data72 == "object" && !Array.isArray(data72)){
if(Object.keys(data72).length < 1){
const err174 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_policies/" + key27.replace(/~/g, "~0").replace(/\//g, "~1")+"/Statement/" + i18+"/Condition/" + key30.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/custom_policies/additionalProperties/properties/Statement/items/properties/Condition/additionalProperties/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties",schema:1,parentSchema:schema2.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Statement.items.properties.Condition.additionalProperties,data:data72};
if(vErrors === null){
vErrors = [err174];
}
else {
vErrors.push(err174);
}
errors++;
}
for(const key31 of Object.keys(data72)){
let data73 = data72[key31];
if((typeof data73 !== "string") && (!(Array.isArray(data73)))){
const err175 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_policies/" + key27.replace(/~/g, "~0").replace(/\//g, "~1")+"/Statement/" + i18+"/Condition/" + key30.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + key31.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/custom_policies/additionalProperties/properties/Statement/items/properties/Condition/additionalProperties/additionalProperties/type",keyword:"type",params:{type: schema2.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Statement.items.properties.Condition.additionalProperties.additionalProperties.type},message:"must be string,array",schema:schema2.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Statement.items.properties.Condition.additionalProperties.additionalProperties.type,parentSchema:schema2.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Statement.items.properties.Condition.additionalProperties.additionalProperties,data:data73};
if(vErrors === null){
vErrors = [err175];
}
else {
vErrors.push(err175);
}
errors++;
}
if(Array.isArray(data73)){
if(data73.length < 1){
const err176 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_policies/" + key27.replace(/~/g, "~0").replace(/\//g, "~1")+"/Statement/" + i18+"/Condition/" + key30.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + key31.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/custom_policies/additionalProperties/properties/Statement/items/properties/Condition/additionalProperties/additionalProperties/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema2.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Statement.items.properties.Condition.additionalProperties.additionalProperties,data:data73};
if(vErrors === null){
vErrors = [err176];
}
else {
vErrors.push(err176);
}
errors++;
}
const len16 = data73.length;
for(let i21=0; i21<len16; i21++){
let data74 = data73[i21];
if(typeof data74 !== "string"){
const err177 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_policies/" + key27.replace(/~/g, "~0").replace(/\//g, "~1")+"/Statement/" + i18+"/Condition/" + key30.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + key31.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i21,schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/custom_policies/additionalProperties/properties/Statement/items/properties/Condition/additionalProperties/additionalProperties/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema2.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Statement.items.properties.Condition.additionalProperties.additionalProperties.items.type,parentSchema:schema2.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Statement.items.properties.Condition.additionalProperties.additionalProperties.items,data:data74};
if(vErrors === null){
vErrors = [err177];
}
else {
vErrors.push(err177);
}
errors++;
}
}
}
}
}
else {
const err178 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_policies/" + key27.replace(/~/g, "~0").replace(/\//g, "~1")+"/Statement/" + i18+"/Condition/" + key30.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/custom_policies/additionalProperties/properties/Statement/items/properties/Condition/additionalProperties/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema2.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Statement.items.properties.Condition.additionalProperties.type,parentSchema:schema2.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Statement.items.properties.Condition.additionalProperties,data:data72};
if(vErrors === null){
vErrors = [err178];
}
else {
vErrors.push(err178);
}
errors++;
}
}
}
else {
const err179 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_policies/" + key27.replace(/~/g, "~0").replace(/\//g, "~1")+"/Statement/" + i18+"/Condition",schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/custom_policies/additionalProperties/properties/Statement/items/properties/Condition/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema2.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Statement.items.properties.Condition.type,parentSchema:schema2.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Statement.items.properties.Condition,data:data71};
if(vErrors === null){
vErrors = [err179];
}
else {
vErrors.push(err179);
}
errors++;
}
}
}
else {
const err180 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_policies/" + key27.replace(/~/g, "~0").replace(/\//g, "~1")+"/Statement/" + i18,schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/custom_policies/additionalProperties/properties/Statement/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema2.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Statement.items.type,parentSchema:schema2.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Statement.items,data:data64};
if(vErrors === null){
vErrors = [err180];
}
else {
vErrors.push(err180);
}
errors++;
}
}
}
else {
const err181 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_policies/" + key27.replace(/~/g, "~0").replace(/\//g, "~1")+"/Statement",schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/custom_policies/additionalProperties/properties/Statement/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema2.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Statement.type,parentSchema:schema2.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Statement,data:data63};
if(vErrors === null){
vErrors = [err181];
}
else {
vErrors.push(err181);
}
errors++;
}
}
}
else {
const err182 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_policies/" + key27.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/custom_policies/additionalProperties/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema2.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.type,parentSchema:schema2.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties,data:data61};
if(vErrors === null){
vErrors = [err182];
}
else {
vErrors.push(err182);
}
errors++;
}
}
}
else {
const err183 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_policies",schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/custom_policies/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema2.properties.cross_account_roles.additionalProperties.properties.custom_policies.type,parentSchema:schema2.properties.cross_account_roles.additionalProperties.properties.custom_policies,data:data60};
if(vErrors === null){
vErrors = [err183];
}
else {
vErrors.push(err183);
}
errors++;
}
}
if(data53.max_session_duration !== undefined && func0.call(data53, "max_session_duration")){
let data75 = data53.max_session_duration;
if(!(((typeof data75 == "number") && (!(data75 % 1) && !isNaN(data75))) && (isFinite(data75)))){
const err184 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/max_session_duration",schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/max_session_duration/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema2.properties.cross_account_roles.additionalProperties.properties.max_session_duration.type,parentSchema:schema2.properties.cross_account_roles.additionalProperties.properties.max_session_duration,data:data75};
if(vErrors === null){
vErrors = [err184];
}
else {
vErrors.push(err184);
}
errors++;
}
if((typeof data75 == "number") && (isFinite(data75))){
if(data75 > 43200 || isNaN(data75)){
const err185 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/max_session_duration",schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/max_session_duration/maximum",keyword:"maximum",params:{comparison: "<=", limit: 43200},message:"must be <= 43200",schema:43200,parentSchema:schema2.properties.cross_account_roles.additionalProperties.properties.max_session_duration,data:data75};
if(vErrors === null){
vErrors = [err185];
}
else {
vErrors.push(err185);
}
errors++;
}
if(data75 < 3600 || isNaN(data75)){
const err186 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/max_session_duration",schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/max_session_duration/minimum",keyword:"minimum",params:{comparison: ">=", limit: 3600},message:"must be >= 3600",schema:3600,parentSchema:schema2.properties.cross_account_roles.additionalProperties.properties.max_session_duration,data:data75};
if(vErrors === null){
vErrors = [err186];
}
else {
vErrors.push(err186);
}
errors++;
}
}
}
if(data53.require_mfa !== undefined && func0.call(data53, "require_mfa")){
let data76 = data53.require_mfa;
if(typeof data76 !== "boolean"){
const err187 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/require_mfa",schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/require_mfa/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema2.properties.cross_account_roles.additionalProperties.properties.require_mfa.type,parentSchema:schema2.properties.cross_account_roles.additionalProperties.properties.require_mfa,data:data76};
if(vErrors === null){
vErrors = [err187];
}
else {
vErrors.push(err187);
}
errors++;
}
}
}
else {
const err188 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/cross_account_roles/additionalProperties/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema2.properties.cross_account_roles.additionalProperties.type,parentSchema:schema2.properties.cross_account_roles.additionalProperties,data:data53};
if(vErrors === null){
vErrors = [err188];
}
else {
vErrors.push(err188);
}
errors++;
}
}
}
else {
const err189 = {instancePath:instancePath+"/cross_account_roles",schemaPath:"#/properties/cross_account_roles/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema2.properties.cross_account_roles.type,parentSchema:schema2.properties.cross_account_roles,data:data52};
if(vErrors === null){
vErrors = [err189];
}
else {
vErrors.push(err189);
}
errors++;
}
}
if(data.security_profiles !== undefined && func0.call(data, "security_profiles")){
let data77 = data.security_profiles;
if(data77 && typeof data77 == "object" && !Array.isArray(data77)){
for(const key32 of Object.keys(data77)){
const _errs189 = errors;
if(typeof key32 === "string"){
if(!pattern2.test(key32)){
const err190 = {instancePath:instancePath+"/security_profiles",schemaPath:"#/properties/security_profiles/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[a-z]+-[0-9]{1,3}$"},message:"must match pattern \""+"^[a-z]+-[0-9]{1,3}$"+"\"",schema:"^[a-z]+-[0-9]{1,3}$",parentSchema:schema2.properties.security_profiles.propertyNames,data:key32,propertyName:key32};
if(vErrors === null){
vErrors = [err190];
}
else {
vErrors.push(err190);
}
errors++;
}
}
var valid71 = _errs189 === errors;
if(!valid71){
const err191 = {instancePath:instancePath+"/security_profiles",schemaPath:"#/properties/security_profiles/propertyNames",keyword:"propertyNames",params:{propertyName: key32},message:"property name must be valid",schema:schema2.properties.security_profiles.propertyNames,parentSchema:schema2.properties.security_profiles,data:data77};
if(vErrors === null){
vErrors = [err191];
}
else {
vErrors.push(err191);
}
errors++;
}
}
for(const key33 of Object.keys(data77)){
let data78 = data77[key33];
if(data78 && typeof data78 == "object" && !Array.isArray(data78)){
if((data78.enabled_groups === undefined) || (!(func0.call(data78, "enabled_groups")))){
const err192 = {instancePath:instancePath+"/security_profiles/" + key33.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/security_profiles/additionalProperties/required",keyword:"required",params:{missingProperty: "enabled_groups"},message:"must have required property '"+"enabled_groups"+"'",schema:schema2.properties.security_profiles.additionalProperties.required,parentSchema:schema2.properties.security_profiles.additionalProperties,data:data78};
if(vErrors === null){
vErrors = [err192];
}
else {
vErrors.push(err192);
}
errors++;
}
if((data78.enabled_service_roles === undefined) || (!(func0.call(data78, "enabled_service_roles")))){
const err193 = {instancePath:instancePath+"/security_profiles/" + key33.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/security_profiles/additionalProperties/required",keyword:"required",params:{missingProperty: "enabled_service_roles"},message:"must have required property '"+"enabled_service_roles"+"'",schema:schema2.properties.security_profiles.additionalProperties.required,parentSchema:schema2.properties.security_profiles.additionalProperties,data:data78};
if(vErrors === null){
vErrors = [err193];
}
else {
vErrors.push(err193);
}
errors++;
}
if((data78.enabled_assumable_roles === undefined) || (!(func0.call(data78, "enabled_assumable_roles")))){
const err194 = {instancePath:instancePath+"/security_profiles/" + key33.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/security_profiles/additionalProperties/required",keyword:"required",params:{missingProperty: "enabled_assumable_roles"},message:"must have required property '"+"enabled_assumable_roles"+"'",schema:schema2.properties.security_profiles.additionalProperties.required,parentSchema:schema2.properties.security_profiles.additionalProperties,data:data78};
if(vErrors === null){
vErrors = [err194];
}
else {
vErrors.push(err194);
}
errors++;
}
if((data78.enabled_cross_account_roles === undefined) || (!(func0.call(data78, "enabled_cross_account_roles")))){
const err195 = {instancePath:instancePath+"/security_profiles/" + key33.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/security_profiles/additionalProperties/required",keyword:"required",params:{missingProperty: "enabled_cross_account_roles"},message:"must have required property '"+"enabled_cross_account_roles"+"'",schema:schema2.properties.security_profiles.additionalProperties.required,parentSchema:schema2.properties.security_profiles.additionalProperties,data:data78};
if(vErrors === null){
vErrors = [err195];
}
else {
vErrors.push(err195);
}
errors++;
}
for(const key34 of Object.keys(data78)){
if(!(((((key34 === "description") || (key34 === "enabled_groups")) || (key34 === "enabled_service_roles")) || (key34 === "enabled_assumable_roles")) || (key34 === "enabled_cross_account_roles"))){
const err196 = {instancePath:instancePath+"/security_profiles/" + key33.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/security_profiles/additionalProperties/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key34},message:"must NOT have additional properties",schema:false,parentSchema:schema2.properties.security_profiles.additionalProperties,data:data78};
if(vErrors === null){
vErrors = [err196];
}
else {
vErrors.push(err196);
}
errors++;
}
}
if(data78.description !== undefined && func0.call(data78, "description")){
let data79 = data78.description;
if(typeof data79 === "string"){
if(!pattern1.test(data79)){
const err197 = {instancePath:instancePath+"/security_profiles/" + key33.replace(/~/g, "~0").replace(/\//g, "~1")+"/description",schemaPath:"#/properties/security_profiles/additionalProperties/properties/description/pattern",keyword:"pattern",params:{pattern: "^[\\u0020-\\u007E\\u00A1-\\u00FF]{1,1000}$"},message:"must match pattern \""+"^[\\u0020-\\u007E\\u00A1-\\u00FF]{1,1000}$"+"\"",schema:"^[\\u0020-\\u007E\\u00A1-\\u00FF]{1,1000}$",parentSchema:schema2.properties.security_profiles.additionalProperties.properties.description,data:data79};
if(vErrors === null){
vErrors = [err197];
}
else {
vErrors.push(err197);
}
errors++;
}
}
else {
const err198 = {instancePath:instancePath+"/security_profiles/" + key33.replace(/~/g, "~0").replace(/\//g, "~1")+"/description",schemaPath:"#/properties/security_profiles/additionalProperties/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema2.properties.security_profiles.additionalProperties.properties.description.type,parentSchema:schema2.properties.security_profiles.additionalProperties.properties.description,data:data79};
if(vErrors === null){
vErrors = [err198];
}
else {
vErrors.push(err198);
}
errors++;
}
}
if(data78.enabled_groups !== undefined && func0.call(data78, "enabled_groups")){
let data80 = data78.enabled_groups;
if(Array.isArray(data80)){
const len17 = data80.length;
for(let i22=0; i22<len17; i22++){
let data81 = data80[i22];
if(typeof data81 === "string"){
if(!pattern15.test(data81)){
const err199 = {instancePath:instancePath+"/security_profiles/" + key33.replace(/~/g, "~0").replace(/\//g, "~1")+"/enabled_groups/" + i22,schemaPath:"#/properties/security_profiles/additionalProperties/properties/enabled_groups/items/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9]*(_[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z][a-z0-9]*(_[a-z0-9]+)*$"+"\"",schema:"^[a-z][a-z0-9]*(_[a-z0-9]+)*$",parentSchema:schema2.properties.security_profiles.additionalProperties.properties.enabled_groups.items,data:data81};
if(vErrors === null){
vErrors = [err199];
}
else {
vErrors.push(err199);
}
errors++;
}
}
else {
const err200 = {instancePath:instancePath+"/security_profiles/" + key33.replace(/~/g, "~0").replace(/\//g, "~1")+"/enabled_groups/" + i22,schemaPath:"#/properties/security_profiles/additionalProperties/properties/enabled_groups/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema2.properties.security_profiles.additionalProperties.properties.enabled_groups.items.type,parentSchema:schema2.properties.security_profiles.additionalProperties.properties.enabled_groups.items,data:data81};
if(vErrors === null){
vErrors = [err200];
}
else {
vErrors.push(err200);
}
errors++;
}
}
let i23 = data80.length;
let j5;
if(i23 > 1){
const indices5 = {};
for(;i23--;){
let item5 = data80[i23];
if(typeof item5 !== "string"){
continue;
}
if(typeof indices5[item5] == "number"){
j5 = indices5[item5];
const err201 = {instancePath:instancePath+"/security_profiles/" + key33.replace(/~/g, "~0").replace(/\//g, "~1")+"/enabled_groups",schemaPath:"#/properties/security_profiles/additionalProperties/properties/enabled_groups/uniqueItems",keyword:"uniqueItems",params:{i: i23, j: j5},message:"must NOT have duplicate items (items ## "+j5+" and "+i23+" are identical)",schema:true,parentSchema:schema2.properties.security_profiles.additionalProperties.properties.enabled_groups,data:data80};
if(vErrors === null){
vErrors = [err201];
}
else {
vErrors.push(err201);
}
errors++;
break;
}
indices5[item5] = i23;
}
}
}
else {
const err202 = {instancePath:instancePath+"/security_profiles/" + key33.replace(/~/g, "~0").replace(/\//g, "~1")+"/enabled_groups",schemaPath:"#/properties/security_profiles/additionalProperties/properties/enabled_groups/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema2.properties.security_profiles.additionalProperties.properties.enabled_groups.type,parentSchema:schema2.properties.security_profiles.additionalProperties.properties.enabled_groups,data:data80};
if(vErrors === null){
vErrors = [err202];
}
else {
vErrors.push(err202);
}
errors++;
}
}
if(data78.enabled_service_roles !== undefined && func0.call(data78, "enabled_service_roles")){
let data82 = data78.enabled_service_roles;
if(Array.isArray(data82)){
const len18 = data82.length;
for(let i24=0; i24<len18; i24++){
let data83 = data82[i24];
if(typeof data83 === "string"){
if(!pattern15.test(data83)){
const err203 = {instancePath:instancePath+"/security_profiles/" + key33.replace(/~/g, "~0").replace(/\//g, "~1")+"/enabled_service_roles/" + i24,schemaPath:"#/properties/security_profiles/additionalProperties/properties/enabled_service_roles/items/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9]*(_[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z][a-z0-9]*(_[a-z0-9]+)*$"+"\"",schema:"^[a-z][a-z0-9]*(_[a-z0-9]+)*$",parentSchema:schema2.properties.security_profiles.additionalProperties.properties.enabled_service_roles.items,data:data83};
if(vErrors === null){
vErrors = [err203];
}
else {
vErrors.push(err203);
}
errors++;
}
}
else {
const err204 = {instancePath:instancePath+"/security_profiles/" + key33.replace(/~/g, "~0").replace(/\//g, "~1")+"/enabled_service_roles/" + i24,schemaPath:"#/properties/security_profiles/additionalProperties/properties/enabled_service_roles/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema2.properties.security_profiles.additionalProperties.properties.enabled_service_roles.items.type,parentSchema:schema2.properties.security_profiles.additionalProperties.properties.enabled_service_roles.items,data:data83};
if(vErrors === null){
vErrors = [err204];
}
else {
vErrors.push(err204);
}
errors++;
}
}
let i25 = data82.length;
let j6;
if(i25 > 1){
const indices6 = {};
for(;i25--;){
let item6 = data82[i25];
if(typeof item6 !== "string"){
continue;
}
if(typeof indices6[item6] == "number"){
j6 = indices6[item6];
const err205 = {instancePath:instancePath+"/security_profiles/" + key33.replace(/~/g, "~0").replace(/\//g, "~1")+"/enabled_service_roles",schemaPath:"#/properties/security_profiles/additionalProperties/properties/enabled_service_roles/uniqueItems",keyword:"uniqueItems",params:{i: i25, j: j6},message:"must NOT have duplicate items (items ## "+j6+" and "+i25+" are identical)",schema:true,parentSchema:schema2.properties.security_profiles.additionalProperties.properties.enabled_service_roles,data:data82};
if(vErrors === null){
vErrors = [err205];
}
else {
vErrors.push(err205);
}
errors++;
break;
}
indices6[item6] = i25;
}
}
}
else {
const err206 = {instancePath:instancePath+"/security_profiles/" + key33.replace(/~/g, "~0").replace(/\//g, "~1")+"/enabled_service_roles",schemaPath:"#/properties/security_profiles/additionalProperties/properties/enabled_service_roles/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema2.properties.security_profiles.additionalProperties.properties.enabled_service_roles.type,parentSchema:schema2.properties.security_profiles.additionalProperties.properties.enabled_service_roles,data:data82};
if(vErrors === null){
vErrors = [err206];
}
else {
vErrors.push(err206);
}
errors++;
}
}
if(data78.enabled_assumable_roles !== undefined && func0.call(data78, "enabled_assumable_roles")){
let data84 = data78.enabled_assumable_roles;
if(Array.isArray(data84)){
const len19 = data84.length;
for(let i26=0; i26<len19; i26++){
let data85 = data84[i26];
if(typeof data85 === "string"){
if(!pattern15.test(data85)){
const err207 = {instancePath:instancePath+"/security_profiles/" + key33.replace(/~/g, "~0").replace(/\//g, "~1")+"/enabled_assumable_roles/" + i26,schemaPath:"#/properties/security_profiles/additionalProperties/properties/enabled_assumable_roles/items/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9]*(_[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z][a-z0-9]*(_[a-z0-9]+)*$"+"\"",schema:"^[a-z][a-z0-9]*(_[a-z0-9]+)*$",parentSchema:schema2.properties.security_profiles.additionalProperties.properties.enabled_assumable_roles.items,data:data85};
if(vErrors === null){
vErrors = [err207];
}
else {
vErrors.push(err207);
}
errors++;
}
}
else {
const err208 = {instancePath:instancePath+"/security_profiles/" + key33.replace(/~/g, "~0").replace(/\//g, "~1")+"/enabled_assumable_roles/" + i26,schemaPath:"#/properties/security_profiles/additionalProperties/properties/enabled_assumable_roles/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema2.properties.security_profiles.additionalProperties.properties.enabled_assumable_roles.items.type,parentSchema:schema2.properties.security_profiles.additionalProperties.properties.enabled_assumable_roles.items,data:data85};
if(vErrors === null){
vErrors = [err208];
}
else {
vErrors.push(err208);
}
errors++;
}
}
let i27 = data84.length;
let j7;
if(i27 > 1){
const indices7 = {};
for(;i27--;){
let item7 = data84[i27];
if(typeof item7 !== "string"){
continue;
}
if(typeof indices7[item7] == "number"){
j7 = indices7[item7];
const err209 = {instancePath:instancePath+"/security_profiles/" + key33.replace(/~/g, "~0").replace(/\//g, "~1")+"/enabled_assumable_roles",schemaPath:"#/properties/security_profiles/additionalProperties/properties/enabled_assumable_roles/uniqueItems",keyword:"uniqueItems",params:{i: i27, j: j7},message:"must NOT have duplicate items (items ## "+j7+" and "+i27+" are identical)",schema:true,parentSchema:schema2.properties.security_profiles.additionalProperties.properties.enabled_assumable_roles,data:data84};
if(vErrors === null){
vErrors = [err209];
}
else {
vErrors.push(err209);
}
errors++;
break;
}
indices7[item7] = i27;
}
}
}
else {
const err210 = {instancePath:instancePath+"/security_profiles/" + key33.replace(/~/g, "~0").replace(/\//g, "~1")+"/enabled_assumable_roles",schemaPath:"#/properties/security_profiles/additionalProperties/properties/enabled_assumable_roles/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema2.properties.security_profiles.additionalProperties.properties.enabled_assumable_roles.type,parentSchema:schema2.properties.security_profiles.additionalProperties.properties.enabled_assumable_roles,data:data84};
if(vErrors === null){
vErrors = [err210];
}
else {
vErrors.push(err210);
}
errors++;
}
}
if(data78.enabled_cross_account_roles !== undefined && func0.call(data78, "enabled_cross_account_roles")){
let data86 = data78.enabled_cross_account_roles;
if(Array.isArray(data86)){
const len20 = data86.length;
for(let i28=0; i28<len20; i28++){
let data87 = data86[i28];
if(typeof data87 === "string"){
if(!pattern15.test(data87)){
const err211 = {instancePath:instancePath+"/security_profiles/" + key33.replace(/~/g, "~0").replace(/\//g, "~1")+"/enabled_cross_account_roles/" + i28,schemaPath:"#/properties/security_profiles/additionalProperties/properties/enabled_cross_account_roles/items/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9]*(_[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z][a-z0-9]*(_[a-z0-9]+)*$"+"\"",schema:"^[a-z][a-z0-9]*(_[a-z0-9]+)*$",parentSchema:schema2.properties.security_profiles.additionalProperties.properties.enabled_cross_account_roles.items,data:data87};
if(vErrors === null){
vErrors = [err211];
}
else {
vErrors.push(err211);
}
errors++;
}
}
else {
const err212 = {instancePath:instancePath+"/security_profiles/" + key33.replace(/~/g, "~0").replace(/\//g, "~1")+"/enabled_cross_account_roles/" + i28,schemaPath:"#/properties/security_profiles/additionalProperties/properties/enabled_cross_account_roles/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema2.properties.security_profiles.additionalProperties.properties.enabled_cross_account_roles.items.type,parentSchema:schema2.properties.security_profiles.additionalProperties.properties.enabled_cross_account_roles.items,data:data87};
if(vErrors === null){
vErrors = [err212];
}
else {
vErrors.push(err212);
}
errors++;
}
}
let i29 = data86.length;
let j8;
if(i29 > 1){
const indices8 = {};
for(;i29--;){
let item8 = data86[i29];
if(typeof item8 !== "string"){
continue;
}
if(typeof indices8[item8] == "number"){
j8 = indices8[item8];
const err213 = {instancePath:instancePath+"/security_profiles/" + key33.replace(/~/g, "~0").replace(/\//g, "~1")+"/enabled_cross_account_roles",schemaPath:"#/properties/security_profiles/additionalProperties/properties/enabled_cross_account_roles/uniqueItems",keyword:"uniqueItems",params:{i: i29, j: j8},message:"must NOT have duplicate items (items ## "+j8+" and "+i29+" are identical)",schema:true,parentSchema:schema2.properties.security_profiles.additionalProperties.properties.enabled_cross_account_roles,data:data86};
if(vErrors === null){
vErrors = [err213];
}
else {
vErrors.push(err213);
}
errors++;
break;
}
indices8[item8] = i29;
}
}
}
else {
const err214 = {instancePath:instancePath+"/security_profiles/" + key33.replace(/~/g, "~0").replace(/\//g, "~1")+"/enabled_cross_account_roles",schemaPath:"#/properties/security_profiles/additionalProperties/properties/enabled_cross_account_roles/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema2.properties.security_profiles.additionalProperties.properties.enabled_cross_account_roles.type,parentSchema:schema2.properties.security_profiles.additionalProperties.properties.enabled_cross_account_roles,data:data86};
if(vErrors === null){
vErrors = [err214];
}
else {
vErrors.push(err214);
}
errors++;
}
}
}
else {
const err215 = {instancePath:instancePath+"/security_profiles/" + key33.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/security_profiles/additionalProperties/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema2.properties.security_profiles.additionalProperties.type,parentSchema:schema2.properties.security_profiles.additionalProperties,data:data78};
if(vErrors === null){
vErrors = [err215];
}
else {
vErrors.push(err215);
}
errors++;
}
}
}
else {
const err216 = {instancePath:instancePath+"/security_profiles",schemaPath:"#/properties/security_profiles/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema2.properties.security_profiles.type,parentSchema:schema2.properties.security_profiles,data:data77};
if(vErrors === null){
vErrors = [err216];
}
else {
vErrors.push(err216);
}
errors++;
}
}
}
else {
const err217 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema2.type,parentSchema:schema2,data};
if(vErrors === null){
vErrors = [err217];
}
else {
vErrors.push(err217);
}
errors++;
}
validate2.errors = vErrors;
return errors === 0;
}

exports.overrides = validate3;
const schema3 = {"additionalProperties":false,"title":"security overrides","description":"What differs from the tier's master definitions: the shape of security, merged by name; null removes, lists and policy documents are replaced","type":"object","properties":{"permission_boundary_arn":{"title":"ARN of a managed policy","pattern":"^arn:aws(-[a-z]+)*:iam::([0-9]{12}|aws):policy/[\\w+=,.@/-]{1,512}$","description":"Managed policy that bounds every role of the stack, with no exception","examples":["arn:aws:iam::123456789012:policy/edge-boundary"],"type":["string","null"]},"iam_groups":{"type":"object","propertyNames":{"pattern":"^[a-z][a-z0-9]*(_[a-z0-9]+)*$"},"additionalProperties":{"additionalProperties":false,"title":"group","type":["object","null"],"properties":{"description":{"title":"description","pattern":"^[\\u0020-\\u007E\\u00A1-\\u00FF]{1,1000}$","description":"What it is for, in one line: 1 to 1,000 characters of ASCII or Latin-1","type":["string","null"]},"managed_policies":{"uniqueItems":true,"maxItems":10,"description":"AWS's own managed policies that are attached (10 at most, AWS's default quota)","type":["array","null"],"items":{"title":"name of an AWS managed policy","pattern":"^([A-Za-z0-9-]+/)*[\\w+=,.@-]{1,128}$","description":"Name of an AWS managed policy as it stands after `policy/` in its ARN","examples":["CloudWatchLogsReadOnlyAccess","job-function/Billing"],"type":"string"}},"policy_assignments":{"type":["object","null"],"propertyNames":{"pattern":"^[a-z0-9]+(-[a-z0-9]+)*$"},"additionalProperties":{"title":"policy template id","pattern":"^[a-z0-9]+(-[a-z0-9]+)*$","examples":["level2"],"type":["string","null"]},"description":"Service to the id of one of its policy templates","examples":[{"s3":"level2"}]},"assumable_roles":{"uniqueItems":true,"description":"Roles that its members may assume","type":["array","null"],"items":{"pattern":"^[a-z][a-z0-9]*(_[a-z0-9]+)*$","title":"name of a role","type":"string"}}}},"description":"Groups by name"},"service_roles":{"type":"object","propertyNames":{"pattern":"^[a-z][a-z0-9]*(_[a-z0-9]+)*$"},"additionalProperties":{"additionalProperties":false,"title":"service role","type":["object","null"],"properties":{"description":{"title":"description","pattern":"^[\\u0020-\\u007E\\u00A1-\\u00FF]{1,1000}$","description":"What it is for, in one line: 1 to 1,000 characters of ASCII or Latin-1","type":["string","null"]},"trust_policy":{"type":["object","null"],"title":"trust policy","additionalProperties":false,"required":["Version","Statement"],"properties":{"Version":{"type":"string","enum":["2012-10-17"],"title":"version of the policy language","description":"The version of IAM's policy language, quoted"},"Statement":{"type":"array","minItems":1,"items":{"type":"object","additionalProperties":false,"required":["Effect","Principal","Action"],"properties":{"Sid":{"type":"string","title":"Sid","pattern":"^[A-Za-z0-9]{1,64}$","description":"1 to 64 letters and digits"},"Effect":{"type":"string","title":"effect","enum":["Allow"]},"Principal":{"type":"object","title":"principal","additionalProperties":false,"required":["Service"],"description":"The AWS service that uses the role, such as `Service: sagemaker.amazonaws.com`","properties":{"Service":{"type":["string","array"],"title":"service principal","pattern":"^[a-z0-9.-]+\\.amazonaws\\.com(\\.cn)?$","items":{"type":"string","title":"service principal","pattern":"^[a-z0-9.-]+\\.amazonaws\\.com(\\.cn)?$"},"minItems":1,"description":"AWS services, such as `sagemaker.amazonaws.com`; never a wildcard"}}},"Action":{"type":["string","array"],"title":"action of a trust policy","pattern":"^sts:(AssumeRole|TagSession|SetSourceIdentity)$","items":{"type":"string","title":"action of a trust policy","pattern":"^sts:(AssumeRole|TagSession|SetSourceIdentity)$"},"minItems":1,"description":"`sts:AssumeRole`"},"Condition":{"type":"object","description":"Operator to condition key to values, all of them text","additionalProperties":{"type":"object","additionalProperties":{"type":["string","array"],"items":{"type":"string"},"minItems":1,"description":"One value, or a list of them"},"minProperties":1}}}}}}},"managed_policies":{"uniqueItems":true,"maxItems":10,"description":"AWS's own managed policies that are attached (10 at most, AWS's default quota)","type":["array","null"],"items":{"title":"name of an AWS managed policy","pattern":"^([A-Za-z0-9-]+/)*[\\w+=,.@-]{1,128}$","description":"Name of an AWS managed policy as it stands after `policy/` in its ARN","examples":["CloudWatchLogsReadOnlyAccess","job-function/Billing"],"type":"string"}},"policy_assignments":{"type":["object","null"],"propertyNames":{"pattern":"^[a-z0-9]+(-[a-z0-9]+)*$"},"additionalProperties":{"title":"policy template id","pattern":"^[a-z0-9]+(-[a-z0-9]+)*$","examples":["level2"],"type":["string","null"]},"description":"Service to the id of one of its policy templates","examples":[{"s3":"level2"}]}}},"description":"Roles of AWS services by name"},"assumable_roles":{"type":"object","propertyNames":{"pattern":"^[a-z][a-z0-9]*(_[a-z0-9]+)*$"},"additionalProperties":{"additionalProperties":false,"title":"assumable role","type":["object","null"],"properties":{"description":{"title":"description","pattern":"^[\\u0020-\\u007E\\u00A1-\\u00FF]{1,1000}$","description":"What it is for, in one line: 1 to 1,000 characters of ASCII or Latin-1","type":["string","null"]},"mirrors_group":{"title":"name of a group","pattern":"^[a-z][a-z0-9]*(_[a-z0-9]+)*$","description":"Group whose grants it has: this, or custom_permissions","type":["string","null"]},"custom_permissions":{"type":["object","null"],"title":"policy document","additionalProperties":false,"required":["Version","Statement"],"properties":{"Version":{"type":"string","enum":["2012-10-17"],"title":"version of the policy language","description":"The version of IAM's policy language, quoted"},"Statement":{"type":"array","minItems":1,"items":{"type":"object","additionalProperties":false,"required":["Effect","Action","Resource"],"properties":{"Sid":{"type":"string","title":"Sid","pattern":"^[A-Za-z0-9]{1,64}$","description":"1 to 64 letters and digits"},"Effect":{"type":"string","title":"effect","enum":["Allow","Deny"]},"Action":{"type":["string","array"],"title":"IAM action","pattern":"^(\\*|[a-z0-9-]+:[A-Za-z0-9*?]+)$","items":{"type":"string","title":"IAM action","pattern":"^(\\*|[a-z0-9-]+:[A-Za-z0-9*?]+)$"},"minItems":1,"description":"Actions, such as `s3:GetObject`"},"Resource":{"type":["string","array"],"title":"resource","pattern":"^(\\*|arn:.+)$","items":{"type":"string","title":"resource","pattern":"^(\\*|arn:.+)$"},"minItems":1,"description":"ARNs, such as `arn:${AWS::Partition}:s3:::${company_prefix}-${env}-${tenant_id}-*`"},"Condition":{"type":"object","description":"Operator to condition key to values, all of them text","additionalProperties":{"type":"object","additionalProperties":{"type":["string","array"],"items":{"type":"string"},"minItems":1,"description":"One value, or a list of them"},"minProperties":1}}}}}}},"max_session_duration":{"minimum":3600,"maximum":43200,"default":3600,"description":"Longest session in seconds: 3600 (1 hour, the default) to 43200 (12 hours)","type":["integer","null"]},"require_mfa":{"description":"Whether only a caller who signed in with MFA may assume it","type":["boolean","null"]}}},"description":"Roles that people assume, by name"},"cross_account_roles":{"type":"object","propertyNames":{"pattern":"^[a-z][a-z0-9]*(_[a-z0-9]+)*$"},"additionalProperties":{"additionalProperties":false,"title":"cross-account role","type":["object","null"],"properties":{"description":{"title":"description","pattern":"^[\\u0020-\\u007E\\u00A1-\\u00FF]{1,1000}$","description":"What it is for, in one line: 1 to 1,000 characters of ASCII or Latin-1","type":["string","null"]},"trusted_accounts":{"minItems":1,"uniqueItems":true,"description":"Accounts that may assume it; never a wildcard","type":["array","null"],"items":{"title":"AWS account id","pattern":"^[0-9]{12}$","description":"12 digits, quoted","type":"string"}},"external_id":{"title":"external id","pattern":"^[\\w+=,.@:/-]{2,1224}$","description":"What the other account has to say when it assumes it: 2 to 1,224 letters, digits and + = , . @ : / -","type":["string","null"]},"managed_policies":{"uniqueItems":true,"maxItems":10,"description":"AWS's own managed policies that are attached (10 at most, AWS's default quota)","type":["array","null"],"items":{"title":"name of an AWS managed policy","pattern":"^([A-Za-z0-9-]+/)*[\\w+=,.@-]{1,128}$","description":"Name of an AWS managed policy as it stands after `policy/` in its ARN","examples":["CloudWatchLogsReadOnlyAccess","job-function/Billing"],"type":"string"}},"custom_policies":{"type":["object","null"],"propertyNames":{"pattern":"^[a-z][a-z0-9]*(_[a-z0-9]+)*$"},"additionalProperties":{"type":["object","null"],"title":"policy document","additionalProperties":false,"required":["Version","Statement"],"properties":{"Version":{"type":"string","enum":["2012-10-17"],"title":"version of the policy language","description":"The version of IAM's policy language, quoted"},"Statement":{"type":"array","minItems":1,"items":{"type":"object","additionalProperties":false,"required":["Effect","Action","Resource"],"properties":{"Sid":{"type":"string","title":"Sid","pattern":"^[A-Za-z0-9]{1,64}$","description":"1 to 64 letters and digits"},"Effect":{"type":"string","title":"effect","enum":["Allow","Deny"]},"Action":{"type":["string","array"],"title":"IAM action","pattern":"^(\\*|[a-z0-9-]+:[A-Za-z0-9*?]+)$","items":{"type":"string","title":"IAM action","pattern":"^(\\*|[a-z0-9-]+:[A-Za-z0-9*?]+)$"},"minItems":1,"description":"Actions, such as `s3:GetObject`"},"Resource":{"type":["string","array"],"title":"resource","pattern":"^(\\*|arn:.+)$","items":{"type":"string","title":"resource","pattern":"^(\\*|arn:.+)$"},"minItems":1,"description":"ARNs, such as `arn:${AWS::Partition}:s3:::${company_prefix}-${env}-${tenant_id}-*`"},"Condition":{"type":"object","description":"Operator to condition key to values, all of them text","additionalProperties":{"type":"object","additionalProperties":{"type":["string","array"],"items":{"type":"string"},"minItems":1,"description":"One value, or a list of them"},"minProperties":1}}}}}}},"description":"Inline policies of its own, by name"},"max_session_duration":{"minimum":3600,"maximum":43200,"default":3600,"description":"Longest session in seconds: 3600 (1 hour, the default) to 43200 (12 hours)","type":["integer","null"]},"require_mfa":{"description":"Whether only a caller who signed in with MFA may assume it","type":["boolean","null"]}}},"description":"Roles for other accounts, by name"},"security_profiles":{"type":"object","propertyNames":{"pattern":"^[a-z]+-[0-9]{1,3}$"},"additionalProperties":{"additionalProperties":false,"title":"security profile","type":["object","null"],"properties":{"description":{"title":"description","pattern":"^[\\u0020-\\u007E\\u00A1-\\u00FF]{1,1000}$","description":"What it is for, in one line: 1 to 1,000 characters of ASCII or Latin-1","type":["string","null"]},"enabled_groups":{"uniqueItems":true,"description":"Groups that exist in this profile","type":["array","null"],"items":{"pattern":"^[a-z][a-z0-9]*(_[a-z0-9]+)*$","title":"name","type":"string"}},"enabled_service_roles":{"uniqueItems":true,"description":"Service roles that exist in this profile","type":["array","null"],"items":{"pattern":"^[a-z][a-z0-9]*(_[a-z0-9]+)*$","title":"name","type":"string"}},"enabled_assumable_roles":{"uniqueItems":true,"description":"Assumable roles that exist in this profile","type":["array","null"],"items":{"pattern":"^[a-z][a-z0-9]*(_[a-z0-9]+)*$","title":"name","type":"string"}},"enabled_cross_account_roles":{"uniqueItems":true,"description":"Cross-account roles that exist in this profile","type":["array","null"],"items":{"pattern":"^[a-z][a-z0-9]*(_[a-z0-9]+)*$","title":"name","type":"string"}}}},"description":"What is enabled, by profile; the one that tier.security_profile names counts"}},"$id":"overrides"};

function validate3(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="overrides" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 of Object.keys(data)){
if(!((((((key0 === "permission_boundary_arn") || (key0 === "iam_groups")) || (key0 === "service_roles")) || (key0 === "assumable_roles")) || (key0 === "cross_account_roles")) || (key0 === "security_profiles"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema3,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.permission_boundary_arn !== undefined && func0.call(data, "permission_boundary_arn")){
let data0 = data.permission_boundary_arn;
if((typeof data0 !== "string") && (data0 !== null)){
const err1 = {instancePath:instancePath+"/permission_boundary_arn",schemaPath:"#/properties/permission_boundary_arn/type",keyword:"type",params:{type: schema3.properties.permission_boundary_arn.type},message:"must be string,null",schema:schema3.properties.permission_boundary_arn.type,parentSchema:schema3.properties.permission_boundary_arn,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(typeof data0 === "string"){
if(!pattern51.test(data0)){
const err2 = {instancePath:instancePath+"/permission_boundary_arn",schemaPath:"#/properties/permission_boundary_arn/pattern",keyword:"pattern",params:{pattern: "^arn:aws(-[a-z]+)*:iam::([0-9]{12}|aws):policy/[\\w+=,.@/-]{1,512}$"},message:"must match pattern \""+"^arn:aws(-[a-z]+)*:iam::([0-9]{12}|aws):policy/[\\w+=,.@/-]{1,512}$"+"\"",schema:"^arn:aws(-[a-z]+)*:iam::([0-9]{12}|aws):policy/[\\w+=,.@/-]{1,512}$",parentSchema:schema3.properties.permission_boundary_arn,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
if(data.iam_groups !== undefined && func0.call(data, "iam_groups")){
let data1 = data.iam_groups;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
for(const key1 of Object.keys(data1)){
const _errs6 = errors;
if(typeof key1 === "string"){
if(!pattern15.test(key1)){
const err3 = {instancePath:instancePath+"/iam_groups",schemaPath:"#/properties/iam_groups/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9]*(_[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z][a-z0-9]*(_[a-z0-9]+)*$"+"\"",schema:"^[a-z][a-z0-9]*(_[a-z0-9]+)*$",parentSchema:schema3.properties.iam_groups.propertyNames,data:key1,propertyName:key1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
var valid1 = _errs6 === errors;
if(!valid1){
const err4 = {instancePath:instancePath+"/iam_groups",schemaPath:"#/properties/iam_groups/propertyNames",keyword:"propertyNames",params:{propertyName: key1},message:"property name must be valid",schema:schema3.properties.iam_groups.propertyNames,parentSchema:schema3.properties.iam_groups,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
for(const key2 of Object.keys(data1)){
let data2 = data1[key2];
if((!(data2 && typeof data2 == "object" && !Array.isArray(data2))) && (data2 !== null)){
const err5 = {instancePath:instancePath+"/iam_groups/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/iam_groups/additionalProperties/type",keyword:"type",params:{type: schema3.properties.iam_groups.additionalProperties.type},message:"must be object,null",schema:schema3.properties.iam_groups.additionalProperties.type,parentSchema:schema3.properties.iam_groups.additionalProperties,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
for(const key3 of Object.keys(data2)){
if(!((((key3 === "description") || (key3 === "managed_policies")) || (key3 === "policy_assignments")) || (key3 === "assumable_roles"))){
const err6 = {instancePath:instancePath+"/iam_groups/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/iam_groups/additionalProperties/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties",schema:false,parentSchema:schema3.properties.iam_groups.additionalProperties,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data2.description !== undefined && func0.call(data2, "description")){
let data3 = data2.description;
if((typeof data3 !== "string") && (data3 !== null)){
const err7 = {instancePath:instancePath+"/iam_groups/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/description",schemaPath:"#/properties/iam_groups/additionalProperties/properties/description/type",keyword:"type",params:{type: schema3.properties.iam_groups.additionalProperties.properties.description.type},message:"must be string,null",schema:schema3.properties.iam_groups.additionalProperties.properties.description.type,parentSchema:schema3.properties.iam_groups.additionalProperties.properties.description,data:data3};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(typeof data3 === "string"){
if(!pattern1.test(data3)){
const err8 = {instancePath:instancePath+"/iam_groups/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/description",schemaPath:"#/properties/iam_groups/additionalProperties/properties/description/pattern",keyword:"pattern",params:{pattern: "^[\\u0020-\\u007E\\u00A1-\\u00FF]{1,1000}$"},message:"must match pattern \""+"^[\\u0020-\\u007E\\u00A1-\\u00FF]{1,1000}$"+"\"",schema:"^[\\u0020-\\u007E\\u00A1-\\u00FF]{1,1000}$",parentSchema:schema3.properties.iam_groups.additionalProperties.properties.description,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
if(data2.managed_policies !== undefined && func0.call(data2, "managed_policies")){
let data4 = data2.managed_policies;
if((!(Array.isArray(data4))) && (data4 !== null)){
const err9 = {instancePath:instancePath+"/iam_groups/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/managed_policies",schemaPath:"#/properties/iam_groups/additionalProperties/properties/managed_policies/type",keyword:"type",params:{type: schema3.properties.iam_groups.additionalProperties.properties.managed_policies.type},message:"must be array,null",schema:schema3.properties.iam_groups.additionalProperties.properties.managed_policies.type,parentSchema:schema3.properties.iam_groups.additionalProperties.properties.managed_policies,data:data4};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(Array.isArray(data4)){
if(data4.length > 10){
const err10 = {instancePath:instancePath+"/iam_groups/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/managed_policies",schemaPath:"#/properties/iam_groups/additionalProperties/properties/managed_policies/maxItems",keyword:"maxItems",params:{limit: 10},message:"must NOT have more than 10 items",schema:10,parentSchema:schema3.properties.iam_groups.additionalProperties.properties.managed_policies,data:data4};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
let data5 = data4[i0];
if(typeof data5 === "string"){
if(!pattern54.test(data5)){
const err11 = {instancePath:instancePath+"/iam_groups/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/managed_policies/" + i0,schemaPath:"#/properties/iam_groups/additionalProperties/properties/managed_policies/items/pattern",keyword:"pattern",params:{pattern: "^([A-Za-z0-9-]+/)*[\\w+=,.@-]{1,128}$"},message:"must match pattern \""+"^([A-Za-z0-9-]+/)*[\\w+=,.@-]{1,128}$"+"\"",schema:"^([A-Za-z0-9-]+/)*[\\w+=,.@-]{1,128}$",parentSchema:schema3.properties.iam_groups.additionalProperties.properties.managed_policies.items,data:data5};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
else {
const err12 = {instancePath:instancePath+"/iam_groups/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/managed_policies/" + i0,schemaPath:"#/properties/iam_groups/additionalProperties/properties/managed_policies/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema3.properties.iam_groups.additionalProperties.properties.managed_policies.items.type,parentSchema:schema3.properties.iam_groups.additionalProperties.properties.managed_policies.items,data:data5};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
let i1 = data4.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data4[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err13 = {instancePath:instancePath+"/iam_groups/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/managed_policies",schemaPath:"#/properties/iam_groups/additionalProperties/properties/managed_policies/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)",schema:true,parentSchema:schema3.properties.iam_groups.additionalProperties.properties.managed_policies,data:data4};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
break;
}
indices0[item0] = i1;
}
}
}
}
if(data2.policy_assignments !== undefined && func0.call(data2, "policy_assignments")){
let data6 = data2.policy_assignments;
if((!(data6 && typeof data6 == "object" && !Array.isArray(data6))) && (data6 !== null)){
const err14 = {instancePath:instancePath+"/iam_groups/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/policy_assignments",schemaPath:"#/properties/iam_groups/additionalProperties/properties/policy_assignments/type",keyword:"type",params:{type: schema3.properties.iam_groups.additionalProperties.properties.policy_assignments.type},message:"must be object,null",schema:schema3.properties.iam_groups.additionalProperties.properties.policy_assignments.type,parentSchema:schema3.properties.iam_groups.additionalProperties.properties.policy_assignments,data:data6};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
for(const key4 of Object.keys(data6)){
const _errs19 = errors;
if(typeof key4 === "string"){
if(!pattern55.test(key4)){
const err15 = {instancePath:instancePath+"/iam_groups/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/policy_assignments",schemaPath:"#/properties/iam_groups/additionalProperties/properties/policy_assignments/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(-[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z0-9]+(-[a-z0-9]+)*$"+"\"",schema:"^[a-z0-9]+(-[a-z0-9]+)*$",parentSchema:schema3.properties.iam_groups.additionalProperties.properties.policy_assignments.propertyNames,data:key4,propertyName:key4};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
var valid7 = _errs19 === errors;
if(!valid7){
const err16 = {instancePath:instancePath+"/iam_groups/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/policy_assignments",schemaPath:"#/properties/iam_groups/additionalProperties/properties/policy_assignments/propertyNames",keyword:"propertyNames",params:{propertyName: key4},message:"property name must be valid",schema:schema3.properties.iam_groups.additionalProperties.properties.policy_assignments.propertyNames,parentSchema:schema3.properties.iam_groups.additionalProperties.properties.policy_assignments,data:data6};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
for(const key5 of Object.keys(data6)){
let data7 = data6[key5];
if((typeof data7 !== "string") && (data7 !== null)){
const err17 = {instancePath:instancePath+"/iam_groups/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/policy_assignments/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/iam_groups/additionalProperties/properties/policy_assignments/additionalProperties/type",keyword:"type",params:{type: schema3.properties.iam_groups.additionalProperties.properties.policy_assignments.additionalProperties.type},message:"must be string,null",schema:schema3.properties.iam_groups.additionalProperties.properties.policy_assignments.additionalProperties.type,parentSchema:schema3.properties.iam_groups.additionalProperties.properties.policy_assignments.additionalProperties,data:data7};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(typeof data7 === "string"){
if(!pattern55.test(data7)){
const err18 = {instancePath:instancePath+"/iam_groups/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/policy_assignments/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/iam_groups/additionalProperties/properties/policy_assignments/additionalProperties/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(-[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z0-9]+(-[a-z0-9]+)*$"+"\"",schema:"^[a-z0-9]+(-[a-z0-9]+)*$",parentSchema:schema3.properties.iam_groups.additionalProperties.properties.policy_assignments.additionalProperties,data:data7};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
}
}
}
if(data2.assumable_roles !== undefined && func0.call(data2, "assumable_roles")){
let data8 = data2.assumable_roles;
if((!(Array.isArray(data8))) && (data8 !== null)){
const err19 = {instancePath:instancePath+"/iam_groups/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/assumable_roles",schemaPath:"#/properties/iam_groups/additionalProperties/properties/assumable_roles/type",keyword:"type",params:{type: schema3.properties.iam_groups.additionalProperties.properties.assumable_roles.type},message:"must be array,null",schema:schema3.properties.iam_groups.additionalProperties.properties.assumable_roles.type,parentSchema:schema3.properties.iam_groups.additionalProperties.properties.assumable_roles,data:data8};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(Array.isArray(data8)){
const len1 = data8.length;
for(let i2=0; i2<len1; i2++){
let data9 = data8[i2];
if(typeof data9 === "string"){
if(!pattern15.test(data9)){
const err20 = {instancePath:instancePath+"/iam_groups/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/assumable_roles/" + i2,schemaPath:"#/properties/iam_groups/additionalProperties/properties/assumable_roles/items/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9]*(_[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z][a-z0-9]*(_[a-z0-9]+)*$"+"\"",schema:"^[a-z][a-z0-9]*(_[a-z0-9]+)*$",parentSchema:schema3.properties.iam_groups.additionalProperties.properties.assumable_roles.items,data:data9};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
else {
const err21 = {instancePath:instancePath+"/iam_groups/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/assumable_roles/" + i2,schemaPath:"#/properties/iam_groups/additionalProperties/properties/assumable_roles/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema3.properties.iam_groups.additionalProperties.properties.assumable_roles.items.type,parentSchema:schema3.properties.iam_groups.additionalProperties.properties.assumable_roles.items,data:data9};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
let i3 = data8.length;
let j1;
if(i3 > 1){
const indices1 = {};
for(;i3--;){
let item1 = data8[i3];
if(typeof item1 !== "string"){
continue;
}
if(typeof indices1[item1] == "number"){
j1 = indices1[item1];
const err22 = {instancePath:instancePath+"/iam_groups/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/assumable_roles",schemaPath:"#/properties/iam_groups/additionalProperties/properties/assumable_roles/uniqueItems",keyword:"uniqueItems",params:{i: i3, j: j1},message:"must NOT have duplicate items (items ## "+j1+" and "+i3+" are identical)",schema:true,parentSchema:schema3.properties.iam_groups.additionalProperties.properties.assumable_roles,data:data8};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
break;
}
indices1[item1] = i3;
}
}
}
}
}
}
}
else {
const err23 = {instancePath:instancePath+"/iam_groups",schemaPath:"#/properties/iam_groups/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema3.properties.iam_groups.type,parentSchema:schema3.properties.iam_groups,data:data1};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data.service_roles !== undefined && func0.call(data, "service_roles")){
let data10 = data.service_roles;
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
for(const key6 of Object.keys(data10)){
const _errs29 = errors;
if(typeof key6 === "string"){
if(!pattern15.test(key6)){
const err24 = {instancePath:instancePath+"/service_roles",schemaPath:"#/properties/service_roles/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9]*(_[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z][a-z0-9]*(_[a-z0-9]+)*$"+"\"",schema:"^[a-z][a-z0-9]*(_[a-z0-9]+)*$",parentSchema:schema3.properties.service_roles.propertyNames,data:key6,propertyName:key6};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
var valid12 = _errs29 === errors;
if(!valid12){
const err25 = {instancePath:instancePath+"/service_roles",schemaPath:"#/properties/service_roles/propertyNames",keyword:"propertyNames",params:{propertyName: key6},message:"property name must be valid",schema:schema3.properties.service_roles.propertyNames,parentSchema:schema3.properties.service_roles,data:data10};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
for(const key7 of Object.keys(data10)){
let data11 = data10[key7];
if((!(data11 && typeof data11 == "object" && !Array.isArray(data11))) && (data11 !== null)){
const err26 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/service_roles/additionalProperties/type",keyword:"type",params:{type: schema3.properties.service_roles.additionalProperties.type},message:"must be object,null",schema:schema3.properties.service_roles.additionalProperties.type,parentSchema:schema3.properties.service_roles.additionalProperties,data:data11};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
for(const key8 of Object.keys(data11)){
if(!((((key8 === "description") || (key8 === "trust_policy")) || (key8 === "managed_policies")) || (key8 === "policy_assignments"))){
const err27 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/service_roles/additionalProperties/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8},message:"must NOT have additional properties",schema:false,parentSchema:schema3.properties.service_roles.additionalProperties,data:data11};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data11.description !== undefined && func0.call(data11, "description")){
let data12 = data11.description;
if((typeof data12 !== "string") && (data12 !== null)){
const err28 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/description",schemaPath:"#/properties/service_roles/additionalProperties/properties/description/type",keyword:"type",params:{type: schema3.properties.service_roles.additionalProperties.properties.description.type},message:"must be string,null",schema:schema3.properties.service_roles.additionalProperties.properties.description.type,parentSchema:schema3.properties.service_roles.additionalProperties.properties.description,data:data12};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
if(typeof data12 === "string"){
if(!pattern1.test(data12)){
const err29 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/description",schemaPath:"#/properties/service_roles/additionalProperties/properties/description/pattern",keyword:"pattern",params:{pattern: "^[\\u0020-\\u007E\\u00A1-\\u00FF]{1,1000}$"},message:"must match pattern \""+"^[\\u0020-\\u007E\\u00A1-\\u00FF]{1,1000}$"+"\"",schema:"^[\\u0020-\\u007E\\u00A1-\\u00FF]{1,1000}$",parentSchema:schema3.properties.service_roles.additionalProperties.properties.description,data:data12};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
}
if(data11.trust_policy !== undefined && func0.call(data11, "trust_policy")){
let data13 = data11.trust_policy;
if((!(data13 && typeof data13 == "object" && !Array.isArray(data13))) && (data13 !== null)){
const err30 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/trust_policy",schemaPath:"#/properties/service_roles/additionalProperties/properties/trust_policy/type",keyword:"type",params:{type: schema3.properties.service_roles.additionalProperties.properties.trust_policy.type},message:"must be object,null",schema:schema3.properties.service_roles.additionalProperties.properties.trust_policy.type,parentSchema:schema3.properties.service_roles.additionalProperties.properties.trust_policy,data:data13};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
if((data13.Version === undefined) || (!(func0.call(data13, "Version")))){
const err31 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/trust_policy",schemaPath:"#/properties/service_roles/additionalProperties/properties/trust_policy/required",keyword:"required",params:{missingProperty: "Version"},message:"must have required property '"+"Version"+"'",schema:schema3.properties.service_roles.additionalProperties.properties.trust_policy.required,parentSchema:schema3.properties.service_roles.additionalProperties.properties.trust_policy,data:data13};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
if((data13.Statement === undefined) || (!(func0.call(data13, "Statement")))){
const err32 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/trust_policy",schemaPath:"#/properties/service_roles/additionalProperties/properties/trust_policy/required",keyword:"required",params:{missingProperty: "Statement"},message:"must have required property '"+"Statement"+"'",schema:schema3.properties.service_roles.additionalProperties.properties.trust_policy.required,parentSchema:schema3.properties.service_roles.additionalProperties.properties.trust_policy,data:data13};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
for(const key9 of Object.keys(data13)){
if(!((key9 === "Version") || (key9 === "Statement"))){
const err33 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/trust_policy",schemaPath:"#/properties/service_roles/additionalProperties/properties/trust_policy/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9},message:"must NOT have additional properties",schema:false,parentSchema:schema3.properties.service_roles.additionalProperties.properties.trust_policy,data:data13};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data13.Version !== undefined && func0.call(data13, "Version")){
let data14 = data13.Version;
if(typeof data14 !== "string"){
const err34 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/trust_policy/Version",schemaPath:"#/properties/service_roles/additionalProperties/properties/trust_policy/properties/Version/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema3.properties.service_roles.additionalProperties.properties.trust_policy.properties.Version.type,parentSchema:schema3.properties.service_roles.additionalProperties.properties.trust_policy.properties.Version,data:data14};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
if(!(data14 === "2012-10-17")){
const err35 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/trust_policy/Version",schemaPath:"#/properties/service_roles/additionalProperties/properties/trust_policy/properties/Version/enum",keyword:"enum",params:{allowedValues: schema3.properties.service_roles.additionalProperties.properties.trust_policy.properties.Version.enum},message:"must be equal to one of the allowed values",schema:schema3.properties.service_roles.additionalProperties.properties.trust_policy.properties.Version.enum,parentSchema:schema3.properties.service_roles.additionalProperties.properties.trust_policy.properties.Version,data:data14};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data13.Statement !== undefined && func0.call(data13, "Statement")){
let data15 = data13.Statement;
if(Array.isArray(data15)){
if(data15.length < 1){
const err36 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/trust_policy/Statement",schemaPath:"#/properties/service_roles/additionalProperties/properties/trust_policy/properties/Statement/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema3.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement,data:data15};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
const len2 = data15.length;
for(let i4=0; i4<len2; i4++){
let data16 = data15[i4];
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
if((data16.Effect === undefined) || (!(func0.call(data16, "Effect")))){
const err37 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/trust_policy/Statement/" + i4,schemaPath:"#/properties/service_roles/additionalProperties/properties/trust_policy/properties/Statement/items/required",keyword:"required",params:{missingProperty: "Effect"},message:"must have required property '"+"Effect"+"'",schema:schema3.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement.items.required,parentSchema:schema3.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement.items,data:data16};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
if((data16.Principal === undefined) || (!(func0.call(data16, "Principal")))){
const err38 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/trust_policy/Statement/" + i4,schemaPath:"#/properties/service_roles/additionalProperties/properties/trust_policy/properties/Statement/items/required",keyword:"required",params:{missingProperty: "Principal"},message:"must have required property '"+"Principal"+"'",schema:schema3.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement.items.required,parentSchema:schema3.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement.items,data:data16};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
if((data16.Action === undefined) || (!(func0.call(data16, "Action")))){
const err39 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/trust_policy/Statement/" + i4,schemaPath:"#/properties/service_roles/additionalProperties/properties/trust_policy/properties/Statement/items/required",keyword:"required",params:{missingProperty: "Action"},message:"must have required property '"+"Action"+"'",schema:schema3.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement.items.required,parentSchema:schema3.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement.items,data:data16};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
for(const key10 of Object.keys(data16)){
if(!(((((key10 === "Sid") || (key10 === "Effect")) || (key10 === "Principal")) || (key10 === "Action")) || (key10 === "Condition"))){
const err40 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/trust_policy/Statement/" + i4,schemaPath:"#/properties/service_roles/additionalProperties/properties/trust_policy/properties/Statement/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10},message:"must NOT have additional properties",schema:false,parentSchema:schema3.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement.items,data:data16};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data16.Sid !== undefined && func0.call(data16, "Sid")){
let data17 = data16.Sid;
if(typeof data17 === "string"){
if(!pattern60.test(data17)){
const err41 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/trust_policy/Statement/" + i4+"/Sid",schemaPath:"#/properties/service_roles/additionalProperties/properties/trust_policy/properties/Statement/items/properties/Sid/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9]{1,64}$"},message:"must match pattern \""+"^[A-Za-z0-9]{1,64}$"+"\"",schema:"^[A-Za-z0-9]{1,64}$",parentSchema:schema3.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement.items.properties.Sid,data:data17};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
else {
const err42 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/trust_policy/Statement/" + i4+"/Sid",schemaPath:"#/properties/service_roles/additionalProperties/properties/trust_policy/properties/Statement/items/properties/Sid/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema3.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement.items.properties.Sid.type,parentSchema:schema3.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement.items.properties.Sid,data:data17};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
if(data16.Effect !== undefined && func0.call(data16, "Effect")){
let data18 = data16.Effect;
if(typeof data18 !== "string"){
const err43 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/trust_policy/Statement/" + i4+"/Effect",schemaPath:"#/properties/service_roles/additionalProperties/properties/trust_policy/properties/Statement/items/properties/Effect/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema3.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement.items.properties.Effect.type,parentSchema:schema3.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement.items.properties.Effect,data:data18};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
if(!(data18 === "Allow")){
const err44 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/trust_policy/Statement/" + i4+"/Effect",schemaPath:"#/properties/service_roles/additionalProperties/properties/trust_policy/properties/Statement/items/properties/Effect/enum",keyword:"enum",params:{allowedValues: schema3.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement.items.properties.Effect.enum},message:"must be equal to one of the allowed values",schema:schema3.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement.items.properties.Effect.enum,parentSchema:schema3.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement.items.properties.Effect,data:data18};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data16.Principal !== undefined && func0.call(data16, "Principal")){
let data19 = data16.Principal;
if(data19 && typeof data19 == "object" && !Array.isArray(data19)){
if((data19.Service === undefined) || (!(func0.call(data19, "Service")))){
const err45 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/trust_policy/Statement/" + i4+"/Principal",schemaPath:"#/properties/service_roles/additionalProperties/properties/trust_policy/properties/Statement/items/properties/Principal/required",keyword:"required",params:{missingProperty: "Service"},message:"must have required property '"+"Service"+"'",schema:schema3.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement.items.properties.Principal.required,parentSchema:schema3.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement.items.properties.Principal,data:data19};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
for(const key11 of Object.keys(data19)){
if(!(key11 === "Service")){
const err46 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/trust_policy/Statement/" + i4+"/Principal",schemaPath:"#/properties/service_roles/additionalProperties/properties/trust_policy/properties/Statement/items/properties/Principal/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key11},message:"must NOT have additional properties",schema:false,parentSchema:schema3.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement.items.properties.Principal,data:data19};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
if(data19.Service !== undefined && func0.call(data19, "Service")){
let data20 = data19.Service;
if((typeof data20 !== "string") && (!(Array.isArray(data20)))){
const err47 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/trust_policy/Statement/" + i4+"/Principal/Service",schemaPath:"#/properties/service_roles/additionalProperties/properties/trust_policy/properties/Statement/items/properties/Principal/properties/Service/type",keyword:"type",params:{type: schema3.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement.items.properties.Principal.properties.Service.type},message:"must be string,array",schema:schema3.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement.items.properties.Principal.properties.Service.type,parentSchema:schema3.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement.items.properties.Principal.properties.Service,data:data20};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
if(typeof data20 === "string"){
if(!pattern61.test(data20)){
const err48 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/trust_policy/Statement/" + i4+"/Principal/Service",schemaPath:"#/properties/service_roles/additionalProperties/properties/trust_policy/properties/Statement/items/properties/Principal/properties/Service/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9.-]+\\.amazonaws\\.com(\\.cn)?$"},message:"must match pattern \""+"^[a-z0-9.-]+\\.amazonaws\\.com(\\.cn)?$"+"\"",schema:"^[a-z0-9.-]+\\.amazonaws\\.com(\\.cn)?$",parentSchema:schema3.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement.items.properties.Principal.properties.Service,data:data20};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
if(Array.isArray(data20)){
if(data20.length < 1){
const err49 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/trust_policy/Statement/" + i4+"/Principal/Service",schemaPath:"#/properties/service_roles/additionalProperties/properties/trust_policy/properties/Statement/items/properties/Principal/properties/Service/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema3.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement.items.properties.Principal.properties.Service,data:data20};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
const len3 = data20.length;
for(let i5=0; i5<len3; i5++){
let data21 = data20[i5];
if(typeof data21 === "string"){
if(!pattern61.test(data21)){
const err50 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/trust_policy/Statement/" + i4+"/Principal/Service/" + i5,schemaPath:"#/properties/service_roles/additionalProperties/properties/trust_policy/properties/Statement/items/properties/Principal/properties/Service/items/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9.-]+\\.amazonaws\\.com(\\.cn)?$"},message:"must match pattern \""+"^[a-z0-9.-]+\\.amazonaws\\.com(\\.cn)?$"+"\"",schema:"^[a-z0-9.-]+\\.amazonaws\\.com(\\.cn)?$",parentSchema:schema3.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement.items.properties.Principal.properties.Service.items,data:data21};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
else {
const err51 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/trust_policy/Statement/" + i4+"/Principal/Service/" + i5,schemaPath:"#/properties/service_roles/additionalProperties/properties/trust_policy/properties/Statement/items/properties/Principal/properties/Service/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema3.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement.items.properties.Principal.properties.Service.items.type,parentSchema:schema3.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement.items.properties.Principal.properties.Service.items,data:data21};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
}
}
}
else {
const err52 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/trust_policy/Statement/" + i4+"/Principal",schemaPath:"#/properties/service_roles/additionalProperties/properties/trust_policy/properties/Statement/items/properties/Principal/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema3.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement.items.properties.Principal.type,parentSchema:schema3.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement.items.properties.Principal,data:data19};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
if(data16.Action !== undefined && func0.call(data16, "Action")){
let data22 = data16.Action;
if((typeof data22 !== "string") && (!(Array.isArray(data22)))){
const err53 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/trust_policy/Statement/" + i4+"/Action",schemaPath:"#/properties/service_roles/additionalProperties/properties/trust_policy/properties/Statement/items/properties/Action/type",keyword:"type",params:{type: schema3.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement.items.properties.Action.type},message:"must be string,array",schema:schema3.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement.items.properties.Action.type,parentSchema:schema3.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement.items.properties.Action,data:data22};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
if(typeof data22 === "string"){
if(!pattern63.test(data22)){
const err54 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/trust_policy/Statement/" + i4+"/Action",schemaPath:"#/properties/service_roles/additionalProperties/properties/trust_policy/properties/Statement/items/properties/Action/pattern",keyword:"pattern",params:{pattern: "^sts:(AssumeRole|TagSession|SetSourceIdentity)$"},message:"must match pattern \""+"^sts:(AssumeRole|TagSession|SetSourceIdentity)$"+"\"",schema:"^sts:(AssumeRole|TagSession|SetSourceIdentity)$",parentSchema:schema3.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement.items.properties.Action,data:data22};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
if(Array.isArray(data22)){
if(data22.length < 1){
const err55 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/trust_policy/Statement/" + i4+"/Action",schemaPath:"#/properties/service_roles/additionalProperties/properties/trust_policy/properties/Statement/items/properties/Action/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema3.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement.items.properties.Action,data:data22};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
const len4 = data22.length;
for(let i6=0; i6<len4; i6++){
let data23 = data22[i6];
if(typeof data23 === "string"){
if(!pattern63.test(data23)){
const err56 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/trust_policy/Statement/" + i4+"/Action/" + i6,schemaPath:"#/properties/service_roles/additionalProperties/properties/trust_policy/properties/Statement/items/properties/Action/items/pattern",keyword:"pattern",params:{pattern: "^sts:(AssumeRole|TagSession|SetSourceIdentity)$"},message:"must match pattern \""+"^sts:(AssumeRole|TagSession|SetSourceIdentity)$"+"\"",schema:"^sts:(AssumeRole|TagSession|SetSourceIdentity)$",parentSchema:schema3.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement.items.properties.Action.items,data:data23};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
else {
const err57 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/trust_policy/Statement/" + i4+"/Action/" + i6,schemaPath:"#/properties/service_roles/additionalProperties/properties/trust_policy/properties/Statement/items/properties/Action/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema3.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement.items.properties.Action.items.type,parentSchema:schema3.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement.items.properties.Action.items,data:data23};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
}
}
if(data16.Condition !== undefined && func0.call(data16, "Condition")){
let data24 = data16.Condition;
if(data24 && typeof data24 == "object" && !Array.isArray(data24)){
for(const key12 of Object.keys(data24)){
let data25 = data24[key12];
if(data25 && typeof data25 == "object" && !Array.isArray(data25)){
if(Object.keys(data25).length < 1){
const err58 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/trust_policy/Statement/" + i4+"/Condition/" + key12.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/service_roles/additionalProperties/properties/trust_policy/properties/Statement/items/properties/Condition/additionalProperties/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties",schema:1,parentSchema:schema3.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement.items.properties.Condition.additionalProperties,data:data25};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
for(const key13 of Object.keys(data25)){
let data26 = data25[key13];
if((typeof data26 !== "string") && (!(Array.isArray(data26)))){
const err59 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/trust_policy/Statement/" + i4+"/Condition/" + key12.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + key13.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/service_roles/additionalProperties/properties/trust_policy/properties/Statement/items/properties/Condition/additionalProperties/additionalProperties/type",keyword:"type",params:{type: schema3.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement.items.properties.Condition.additionalProperties.additionalProperties.type},message:"must be string,array",schema:schema3.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement.items.properties.Condition.additionalProperties.additionalProperties.type,parentSchema:schema3.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement.items.properties.Condition.additionalProperties.additionalProperties,data:data26};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
if(Array.isArray(data26)){
if(data26.length < 1){
const err60 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/trust_policy/Statement/" + i4+"/Condition/" + key12.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + key13.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/service_roles/additionalProperties/properties/trust_policy/properties/Statement/items/properties/Condition/additionalProperties/additionalProperties/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema3.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement.items.properties.Condition.additionalProperties.additionalProperties,data:data26};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
const len5 = data26.length;
for(let i7=0; i7<len5; i7++){
let data27 = data26[i7];
if(typeof data27 !== "string"){
const err61 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/trust_policy/Statement/" + i4+"/Condition/" + key12.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + key13.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i7,schemaPath:"#/properties/service_roles/additionalProperties/properties/trust_policy/properties/Statement/items/properties/Condition/additionalProperties/additionalProperties/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema3.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement.items.properties.Condition.additionalProperties.additionalProperties.items.type,parentSchema:schema3.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement.items.properties.Condition.additionalProperties.additionalProperties.items,data:data27};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
}
}
}
else {
const err62 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/trust_policy/Statement/" + i4+"/Condition/" + key12.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/service_roles/additionalProperties/properties/trust_policy/properties/Statement/items/properties/Condition/additionalProperties/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema3.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement.items.properties.Condition.additionalProperties.type,parentSchema:schema3.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement.items.properties.Condition.additionalProperties,data:data25};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
}
else {
const err63 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/trust_policy/Statement/" + i4+"/Condition",schemaPath:"#/properties/service_roles/additionalProperties/properties/trust_policy/properties/Statement/items/properties/Condition/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema3.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement.items.properties.Condition.type,parentSchema:schema3.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement.items.properties.Condition,data:data24};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
}
else {
const err64 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/trust_policy/Statement/" + i4,schemaPath:"#/properties/service_roles/additionalProperties/properties/trust_policy/properties/Statement/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema3.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement.items.type,parentSchema:schema3.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement.items,data:data16};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
}
else {
const err65 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/trust_policy/Statement",schemaPath:"#/properties/service_roles/additionalProperties/properties/trust_policy/properties/Statement/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema3.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement.type,parentSchema:schema3.properties.service_roles.additionalProperties.properties.trust_policy.properties.Statement,data:data15};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
}
}
if(data11.managed_policies !== undefined && func0.call(data11, "managed_policies")){
let data28 = data11.managed_policies;
if((!(Array.isArray(data28))) && (data28 !== null)){
const err66 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/managed_policies",schemaPath:"#/properties/service_roles/additionalProperties/properties/managed_policies/type",keyword:"type",params:{type: schema3.properties.service_roles.additionalProperties.properties.managed_policies.type},message:"must be array,null",schema:schema3.properties.service_roles.additionalProperties.properties.managed_policies.type,parentSchema:schema3.properties.service_roles.additionalProperties.properties.managed_policies,data:data28};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
if(Array.isArray(data28)){
if(data28.length > 10){
const err67 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/managed_policies",schemaPath:"#/properties/service_roles/additionalProperties/properties/managed_policies/maxItems",keyword:"maxItems",params:{limit: 10},message:"must NOT have more than 10 items",schema:10,parentSchema:schema3.properties.service_roles.additionalProperties.properties.managed_policies,data:data28};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
const len6 = data28.length;
for(let i8=0; i8<len6; i8++){
let data29 = data28[i8];
if(typeof data29 === "string"){
if(!pattern54.test(data29)){
const err68 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/managed_policies/" + i8,schemaPath:"#/properties/service_roles/additionalProperties/properties/managed_policies/items/pattern",keyword:"pattern",params:{pattern: "^([A-Za-z0-9-]+/)*[\\w+=,.@-]{1,128}$"},message:"must match pattern \""+"^([A-Za-z0-9-]+/)*[\\w+=,.@-]{1,128}$"+"\"",schema:"^([A-Za-z0-9-]+/)*[\\w+=,.@-]{1,128}$",parentSchema:schema3.properties.service_roles.additionalProperties.properties.managed_policies.items,data:data29};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
else {
const err69 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/managed_policies/" + i8,schemaPath:"#/properties/service_roles/additionalProperties/properties/managed_policies/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema3.properties.service_roles.additionalProperties.properties.managed_policies.items.type,parentSchema:schema3.properties.service_roles.additionalProperties.properties.managed_policies.items,data:data29};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
let i9 = data28.length;
let j2;
if(i9 > 1){
const indices2 = {};
for(;i9--;){
let item2 = data28[i9];
if(typeof item2 !== "string"){
continue;
}
if(typeof indices2[item2] == "number"){
j2 = indices2[item2];
const err70 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/managed_policies",schemaPath:"#/properties/service_roles/additionalProperties/properties/managed_policies/uniqueItems",keyword:"uniqueItems",params:{i: i9, j: j2},message:"must NOT have duplicate items (items ## "+j2+" and "+i9+" are identical)",schema:true,parentSchema:schema3.properties.service_roles.additionalProperties.properties.managed_policies,data:data28};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
break;
}
indices2[item2] = i9;
}
}
}
}
if(data11.policy_assignments !== undefined && func0.call(data11, "policy_assignments")){
let data30 = data11.policy_assignments;
if((!(data30 && typeof data30 == "object" && !Array.isArray(data30))) && (data30 !== null)){
const err71 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/policy_assignments",schemaPath:"#/properties/service_roles/additionalProperties/properties/policy_assignments/type",keyword:"type",params:{type: schema3.properties.service_roles.additionalProperties.properties.policy_assignments.type},message:"must be object,null",schema:schema3.properties.service_roles.additionalProperties.properties.policy_assignments.type,parentSchema:schema3.properties.service_roles.additionalProperties.properties.policy_assignments,data:data30};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
if(data30 && typeof data30 == "object" && !Array.isArray(data30)){
for(const key14 of Object.keys(data30)){
const _errs77 = errors;
if(typeof key14 === "string"){
if(!pattern55.test(key14)){
const err72 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/policy_assignments",schemaPath:"#/properties/service_roles/additionalProperties/properties/policy_assignments/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(-[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z0-9]+(-[a-z0-9]+)*$"+"\"",schema:"^[a-z0-9]+(-[a-z0-9]+)*$",parentSchema:schema3.properties.service_roles.additionalProperties.properties.policy_assignments.propertyNames,data:key14,propertyName:key14};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
}
var valid31 = _errs77 === errors;
if(!valid31){
const err73 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/policy_assignments",schemaPath:"#/properties/service_roles/additionalProperties/properties/policy_assignments/propertyNames",keyword:"propertyNames",params:{propertyName: key14},message:"property name must be valid",schema:schema3.properties.service_roles.additionalProperties.properties.policy_assignments.propertyNames,parentSchema:schema3.properties.service_roles.additionalProperties.properties.policy_assignments,data:data30};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
for(const key15 of Object.keys(data30)){
let data31 = data30[key15];
if((typeof data31 !== "string") && (data31 !== null)){
const err74 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/policy_assignments/" + key15.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/service_roles/additionalProperties/properties/policy_assignments/additionalProperties/type",keyword:"type",params:{type: schema3.properties.service_roles.additionalProperties.properties.policy_assignments.additionalProperties.type},message:"must be string,null",schema:schema3.properties.service_roles.additionalProperties.properties.policy_assignments.additionalProperties.type,parentSchema:schema3.properties.service_roles.additionalProperties.properties.policy_assignments.additionalProperties,data:data31};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
if(typeof data31 === "string"){
if(!pattern55.test(data31)){
const err75 = {instancePath:instancePath+"/service_roles/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/policy_assignments/" + key15.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/service_roles/additionalProperties/properties/policy_assignments/additionalProperties/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(-[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z0-9]+(-[a-z0-9]+)*$"+"\"",schema:"^[a-z0-9]+(-[a-z0-9]+)*$",parentSchema:schema3.properties.service_roles.additionalProperties.properties.policy_assignments.additionalProperties,data:data31};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
}
}
}
}
}
}
}
else {
const err76 = {instancePath:instancePath+"/service_roles",schemaPath:"#/properties/service_roles/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema3.properties.service_roles.type,parentSchema:schema3.properties.service_roles,data:data10};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
}
if(data.assumable_roles !== undefined && func0.call(data, "assumable_roles")){
let data32 = data.assumable_roles;
if(data32 && typeof data32 == "object" && !Array.isArray(data32)){
for(const key16 of Object.keys(data32)){
const _errs83 = errors;
if(typeof key16 === "string"){
if(!pattern15.test(key16)){
const err77 = {instancePath:instancePath+"/assumable_roles",schemaPath:"#/properties/assumable_roles/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9]*(_[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z][a-z0-9]*(_[a-z0-9]+)*$"+"\"",schema:"^[a-z][a-z0-9]*(_[a-z0-9]+)*$",parentSchema:schema3.properties.assumable_roles.propertyNames,data:key16,propertyName:key16};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
}
var valid33 = _errs83 === errors;
if(!valid33){
const err78 = {instancePath:instancePath+"/assumable_roles",schemaPath:"#/properties/assumable_roles/propertyNames",keyword:"propertyNames",params:{propertyName: key16},message:"property name must be valid",schema:schema3.properties.assumable_roles.propertyNames,parentSchema:schema3.properties.assumable_roles,data:data32};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
}
for(const key17 of Object.keys(data32)){
let data33 = data32[key17];
if((!(data33 && typeof data33 == "object" && !Array.isArray(data33))) && (data33 !== null)){
const err79 = {instancePath:instancePath+"/assumable_roles/" + key17.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/assumable_roles/additionalProperties/type",keyword:"type",params:{type: schema3.properties.assumable_roles.additionalProperties.type},message:"must be object,null",schema:schema3.properties.assumable_roles.additionalProperties.type,parentSchema:schema3.properties.assumable_roles.additionalProperties,data:data33};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
if(data33 && typeof data33 == "object" && !Array.isArray(data33)){
for(const key18 of Object.keys(data33)){
if(!(((((key18 === "description") || (key18 === "mirrors_group")) || (key18 === "custom_permissions")) || (key18 === "max_session_duration")) || (key18 === "require_mfa"))){
const err80 = {instancePath:instancePath+"/assumable_roles/" + key17.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/assumable_roles/additionalProperties/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key18},message:"must NOT have additional properties",schema:false,parentSchema:schema3.properties.assumable_roles.additionalProperties,data:data33};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
}
if(data33.description !== undefined && func0.call(data33, "description")){
let data34 = data33.description;
if((typeof data34 !== "string") && (data34 !== null)){
const err81 = {instancePath:instancePath+"/assumable_roles/" + key17.replace(/~/g, "~0").replace(/\//g, "~1")+"/description",schemaPath:"#/properties/assumable_roles/additionalProperties/properties/description/type",keyword:"type",params:{type: schema3.properties.assumable_roles.additionalProperties.properties.description.type},message:"must be string,null",schema:schema3.properties.assumable_roles.additionalProperties.properties.description.type,parentSchema:schema3.properties.assumable_roles.additionalProperties.properties.description,data:data34};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
if(typeof data34 === "string"){
if(!pattern1.test(data34)){
const err82 = {instancePath:instancePath+"/assumable_roles/" + key17.replace(/~/g, "~0").replace(/\//g, "~1")+"/description",schemaPath:"#/properties/assumable_roles/additionalProperties/properties/description/pattern",keyword:"pattern",params:{pattern: "^[\\u0020-\\u007E\\u00A1-\\u00FF]{1,1000}$"},message:"must match pattern \""+"^[\\u0020-\\u007E\\u00A1-\\u00FF]{1,1000}$"+"\"",schema:"^[\\u0020-\\u007E\\u00A1-\\u00FF]{1,1000}$",parentSchema:schema3.properties.assumable_roles.additionalProperties.properties.description,data:data34};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
}
}
if(data33.mirrors_group !== undefined && func0.call(data33, "mirrors_group")){
let data35 = data33.mirrors_group;
if((typeof data35 !== "string") && (data35 !== null)){
const err83 = {instancePath:instancePath+"/assumable_roles/" + key17.replace(/~/g, "~0").replace(/\//g, "~1")+"/mirrors_group",schemaPath:"#/properties/assumable_roles/additionalProperties/properties/mirrors_group/type",keyword:"type",params:{type: schema3.properties.assumable_roles.additionalProperties.properties.mirrors_group.type},message:"must be string,null",schema:schema3.properties.assumable_roles.additionalProperties.properties.mirrors_group.type,parentSchema:schema3.properties.assumable_roles.additionalProperties.properties.mirrors_group,data:data35};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
if(typeof data35 === "string"){
if(!pattern15.test(data35)){
const err84 = {instancePath:instancePath+"/assumable_roles/" + key17.replace(/~/g, "~0").replace(/\//g, "~1")+"/mirrors_group",schemaPath:"#/properties/assumable_roles/additionalProperties/properties/mirrors_group/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9]*(_[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z][a-z0-9]*(_[a-z0-9]+)*$"+"\"",schema:"^[a-z][a-z0-9]*(_[a-z0-9]+)*$",parentSchema:schema3.properties.assumable_roles.additionalProperties.properties.mirrors_group,data:data35};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
}
}
if(data33.custom_permissions !== undefined && func0.call(data33, "custom_permissions")){
let data36 = data33.custom_permissions;
if((!(data36 && typeof data36 == "object" && !Array.isArray(data36))) && (data36 !== null)){
const err85 = {instancePath:instancePath+"/assumable_roles/" + key17.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_permissions",schemaPath:"#/properties/assumable_roles/additionalProperties/properties/custom_permissions/type",keyword:"type",params:{type: schema3.properties.assumable_roles.additionalProperties.properties.custom_permissions.type},message:"must be object,null",schema:schema3.properties.assumable_roles.additionalProperties.properties.custom_permissions.type,parentSchema:schema3.properties.assumable_roles.additionalProperties.properties.custom_permissions,data:data36};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
if(data36 && typeof data36 == "object" && !Array.isArray(data36)){
if((data36.Version === undefined) || (!(func0.call(data36, "Version")))){
const err86 = {instancePath:instancePath+"/assumable_roles/" + key17.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_permissions",schemaPath:"#/properties/assumable_roles/additionalProperties/properties/custom_permissions/required",keyword:"required",params:{missingProperty: "Version"},message:"must have required property '"+"Version"+"'",schema:schema3.properties.assumable_roles.additionalProperties.properties.custom_permissions.required,parentSchema:schema3.properties.assumable_roles.additionalProperties.properties.custom_permissions,data:data36};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
if((data36.Statement === undefined) || (!(func0.call(data36, "Statement")))){
const err87 = {instancePath:instancePath+"/assumable_roles/" + key17.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_permissions",schemaPath:"#/properties/assumable_roles/additionalProperties/properties/custom_permissions/required",keyword:"required",params:{missingProperty: "Statement"},message:"must have required property '"+"Statement"+"'",schema:schema3.properties.assumable_roles.additionalProperties.properties.custom_permissions.required,parentSchema:schema3.properties.assumable_roles.additionalProperties.properties.custom_permissions,data:data36};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
for(const key19 of Object.keys(data36)){
if(!((key19 === "Version") || (key19 === "Statement"))){
const err88 = {instancePath:instancePath+"/assumable_roles/" + key17.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_permissions",schemaPath:"#/properties/assumable_roles/additionalProperties/properties/custom_permissions/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key19},message:"must NOT have additional properties",schema:false,parentSchema:schema3.properties.assumable_roles.additionalProperties.properties.custom_permissions,data:data36};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
}
if(data36.Version !== undefined && func0.call(data36, "Version")){
let data37 = data36.Version;
if(typeof data37 !== "string"){
const err89 = {instancePath:instancePath+"/assumable_roles/" + key17.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_permissions/Version",schemaPath:"#/properties/assumable_roles/additionalProperties/properties/custom_permissions/properties/Version/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema3.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Version.type,parentSchema:schema3.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Version,data:data37};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
if(!(data37 === "2012-10-17")){
const err90 = {instancePath:instancePath+"/assumable_roles/" + key17.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_permissions/Version",schemaPath:"#/properties/assumable_roles/additionalProperties/properties/custom_permissions/properties/Version/enum",keyword:"enum",params:{allowedValues: schema3.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Version.enum},message:"must be equal to one of the allowed values",schema:schema3.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Version.enum,parentSchema:schema3.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Version,data:data37};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
}
if(data36.Statement !== undefined && func0.call(data36, "Statement")){
let data38 = data36.Statement;
if(Array.isArray(data38)){
if(data38.length < 1){
const err91 = {instancePath:instancePath+"/assumable_roles/" + key17.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_permissions/Statement",schemaPath:"#/properties/assumable_roles/additionalProperties/properties/custom_permissions/properties/Statement/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema3.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Statement,data:data38};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
const len7 = data38.length;
for(let i10=0; i10<len7; i10++){
let data39 = data38[i10];
if(data39 && typeof data39 == "object" && !Array.isArray(data39)){
if((data39.Effect === undefined) || (!(func0.call(data39, "Effect")))){
const err92 = {instancePath:instancePath+"/assumable_roles/" + key17.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_permissions/Statement/" + i10,schemaPath:"#/properties/assumable_roles/additionalProperties/properties/custom_permissions/properties/Statement/items/required",keyword:"required",params:{missingProperty: "Effect"},message:"must have required property '"+"Effect"+"'",schema:schema3.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Statement.items.required,parentSchema:schema3.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Statement.items,data:data39};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
if((data39.Action === undefined) || (!(func0.call(data39, "Action")))){
const err93 = {instancePath:instancePath+"/assumable_roles/" + key17.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_permissions/Statement/" + i10,schemaPath:"#/properties/assumable_roles/additionalProperties/properties/custom_permissions/properties/Statement/items/required",keyword:"required",params:{missingProperty: "Action"},message:"must have required property '"+"Action"+"'",schema:schema3.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Statement.items.required,parentSchema:schema3.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Statement.items,data:data39};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
if((data39.Resource === undefined) || (!(func0.call(data39, "Resource")))){
const err94 = {instancePath:instancePath+"/assumable_roles/" + key17.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_permissions/Statement/" + i10,schemaPath:"#/properties/assumable_roles/additionalProperties/properties/custom_permissions/properties/Statement/items/required",keyword:"required",params:{missingProperty: "Resource"},message:"must have required property '"+"Resource"+"'",schema:schema3.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Statement.items.required,parentSchema:schema3.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Statement.items,data:data39};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
for(const key20 of Object.keys(data39)){
if(!(((((key20 === "Sid") || (key20 === "Effect")) || (key20 === "Action")) || (key20 === "Resource")) || (key20 === "Condition"))){
const err95 = {instancePath:instancePath+"/assumable_roles/" + key17.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_permissions/Statement/" + i10,schemaPath:"#/properties/assumable_roles/additionalProperties/properties/custom_permissions/properties/Statement/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key20},message:"must NOT have additional properties",schema:false,parentSchema:schema3.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Statement.items,data:data39};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
}
if(data39.Sid !== undefined && func0.call(data39, "Sid")){
let data40 = data39.Sid;
if(typeof data40 === "string"){
if(!pattern60.test(data40)){
const err96 = {instancePath:instancePath+"/assumable_roles/" + key17.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_permissions/Statement/" + i10+"/Sid",schemaPath:"#/properties/assumable_roles/additionalProperties/properties/custom_permissions/properties/Statement/items/properties/Sid/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9]{1,64}$"},message:"must match pattern \""+"^[A-Za-z0-9]{1,64}$"+"\"",schema:"^[A-Za-z0-9]{1,64}$",parentSchema:schema3.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Statement.items.properties.Sid,data:data40};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
}
else {
const err97 = {instancePath:instancePath+"/assumable_roles/" + key17.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_permissions/Statement/" + i10+"/Sid",schemaPath:"#/properties/assumable_roles/additionalProperties/properties/custom_permissions/properties/Statement/items/properties/Sid/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema3.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Statement.items.properties.Sid.type,parentSchema:schema3.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Statement.items.properties.Sid,data:data40};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
}
if(data39.Effect !== undefined && func0.call(data39, "Effect")){
let data41 = data39.Effect;
if(typeof data41 !== "string"){
const err98 = {instancePath:instancePath+"/assumable_roles/" + key17.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_permissions/Statement/" + i10+"/Effect",schemaPath:"#/properties/assumable_roles/additionalProperties/properties/custom_permissions/properties/Statement/items/properties/Effect/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema3.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Statement.items.properties.Effect.type,parentSchema:schema3.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Statement.items.properties.Effect,data:data41};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
if(!((data41 === "Allow") || (data41 === "Deny"))){
const err99 = {instancePath:instancePath+"/assumable_roles/" + key17.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_permissions/Statement/" + i10+"/Effect",schemaPath:"#/properties/assumable_roles/additionalProperties/properties/custom_permissions/properties/Statement/items/properties/Effect/enum",keyword:"enum",params:{allowedValues: schema3.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Statement.items.properties.Effect.enum},message:"must be equal to one of the allowed values",schema:schema3.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Statement.items.properties.Effect.enum,parentSchema:schema3.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Statement.items.properties.Effect,data:data41};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
}
if(data39.Action !== undefined && func0.call(data39, "Action")){
let data42 = data39.Action;
if((typeof data42 !== "string") && (!(Array.isArray(data42)))){
const err100 = {instancePath:instancePath+"/assumable_roles/" + key17.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_permissions/Statement/" + i10+"/Action",schemaPath:"#/properties/assumable_roles/additionalProperties/properties/custom_permissions/properties/Statement/items/properties/Action/type",keyword:"type",params:{type: schema3.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Statement.items.properties.Action.type},message:"must be string,array",schema:schema3.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Statement.items.properties.Action.type,parentSchema:schema3.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Statement.items.properties.Action,data:data42};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
if(typeof data42 === "string"){
if(!pattern72.test(data42)){
const err101 = {instancePath:instancePath+"/assumable_roles/" + key17.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_permissions/Statement/" + i10+"/Action",schemaPath:"#/properties/assumable_roles/additionalProperties/properties/custom_permissions/properties/Statement/items/properties/Action/pattern",keyword:"pattern",params:{pattern: "^(\\*|[a-z0-9-]+:[A-Za-z0-9*?]+)$"},message:"must match pattern \""+"^(\\*|[a-z0-9-]+:[A-Za-z0-9*?]+)$"+"\"",schema:"^(\\*|[a-z0-9-]+:[A-Za-z0-9*?]+)$",parentSchema:schema3.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Statement.items.properties.Action,data:data42};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
}
if(Array.isArray(data42)){
if(data42.length < 1){
const err102 = {instancePath:instancePath+"/assumable_roles/" + key17.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_permissions/Statement/" + i10+"/Action",schemaPath:"#/properties/assumable_roles/additionalProperties/properties/custom_permissions/properties/Statement/items/properties/Action/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema3.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Statement.items.properties.Action,data:data42};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
const len8 = data42.length;
for(let i11=0; i11<len8; i11++){
let data43 = data42[i11];
if(typeof data43 === "string"){
if(!pattern72.test(data43)){
const err103 = {instancePath:instancePath+"/assumable_roles/" + key17.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_permissions/Statement/" + i10+"/Action/" + i11,schemaPath:"#/properties/assumable_roles/additionalProperties/properties/custom_permissions/properties/Statement/items/properties/Action/items/pattern",keyword:"pattern",params:{pattern: "^(\\*|[a-z0-9-]+:[A-Za-z0-9*?]+)$"},message:"must match pattern \""+"^(\\*|[a-z0-9-]+:[A-Za-z0-9*?]+)$"+"\"",schema:"^(\\*|[a-z0-9-]+:[A-Za-z0-9*?]+)$",parentSchema:schema3.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Statement.items.properties.Action.items,data:data43};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
}
else {
const err104 = {instancePath:instancePath+"/assumable_roles/" + key17.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_permissions/Statement/" + i10+"/Action/" + i11,schemaPath:"#/properties/assumable_roles/additionalProperties/properties/custom_permissions/properties/Statement/items/properties/Action/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema3.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Statement.items.properties.Action.items.type,parentSchema:schema3.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Statement.items.properties.Action.items,data:data43};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
}
}
}
if(data39.Resource !== undefined && func0.call(data39, "Resource")){
let data44 = data39.Resource;
if((typeof data44 !== "string") && (!(Array.isArray(data44)))){
const err105 = {instancePath:instancePath+"/assumable_roles/" + key17.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_permissions/Statement/" + i10+"/Resource",schemaPath:"#/properties/assumable_roles/additionalProperties/properties/custom_permissions/properties/Statement/items/properties/Resource/type",keyword:"type",params:{type: schema3.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Statement.items.properties.Resource.type},message:"must be string,array",schema:schema3.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Statement.items.properties.Resource.type,parentSchema:schema3.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Statement.items.properties.Resource,data:data44};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
if(typeof data44 === "string"){
if(!pattern74.test(data44)){
const err106 = {instancePath:instancePath+"/assumable_roles/" + key17.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_permissions/Statement/" + i10+"/Resource",schemaPath:"#/properties/assumable_roles/additionalProperties/properties/custom_permissions/properties/Statement/items/properties/Resource/pattern",keyword:"pattern",params:{pattern: "^(\\*|arn:.+)$"},message:"must match pattern \""+"^(\\*|arn:.+)$"+"\"",schema:"^(\\*|arn:.+)$",parentSchema:schema3.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Statement.items.properties.Resource,data:data44};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
}
if(Array.isArray(data44)){
if(data44.length < 1){
const err107 = {instancePath:instancePath+"/assumable_roles/" + key17.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_permissions/Statement/" + i10+"/Resource",schemaPath:"#/properties/assumable_roles/additionalProperties/properties/custom_permissions/properties/Statement/items/properties/Resource/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema3.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Statement.items.properties.Resource,data:data44};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
const len9 = data44.length;
for(let i12=0; i12<len9; i12++){
let data45 = data44[i12];
if(typeof data45 === "string"){
if(!pattern74.test(data45)){
const err108 = {instancePath:instancePath+"/assumable_roles/" + key17.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_permissions/Statement/" + i10+"/Resource/" + i12,schemaPath:"#/properties/assumable_roles/additionalProperties/properties/custom_permissions/properties/Statement/items/properties/Resource/items/pattern",keyword:"pattern",params:{pattern: "^(\\*|arn:.+)$"},message:"must match pattern \""+"^(\\*|arn:.+)$"+"\"",schema:"^(\\*|arn:.+)$",parentSchema:schema3.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Statement.items.properties.Resource.items,data:data45};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
}
else {
const err109 = {instancePath:instancePath+"/assumable_roles/" + key17.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_permissions/Statement/" + i10+"/Resource/" + i12,schemaPath:"#/properties/assumable_roles/additionalProperties/properties/custom_permissions/properties/Statement/items/properties/Resource/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema3.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Statement.items.properties.Resource.items.type,parentSchema:schema3.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Statement.items.properties.Resource.items,data:data45};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
}
}
}
}
if(data39.Condition !== undefined && func0.call(data39, "Condition")){
let data46 = data39.Condition;
if(data46 && typeof data46 == "object" && !Array.isArray(data46)){
for(const key21 of Object.keys(data46)){
let data47 = data46[key21];
if(data47 && typeof data47 == "object" && !Array.isArray(data47)){
if(Object.keys(data47).length < 1){
const err110 = {instancePath:instancePath+"/assumable_roles/" + key17.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_permissions/Statement/" + i10+"/Condition/" + key21.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/assumable_roles/additionalProperties/properties/custom_permissions/properties/Statement/items/properties/Condition/additionalProperties/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties",schema:1,parentSchema:schema3.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Statement.items.properties.Condition.additionalProperties,data:data47};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
for(const key22 of Object.keys(data47)){
let data48 = data47[key22];
if((typeof data48 !== "string") && (!(Array.isArray(data48)))){
const err111 = {instancePath:instancePath+"/assumable_roles/" + key17.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_permissions/Statement/" + i10+"/Condition/" + key21.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + key22.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/assumable_roles/additionalProperties/properties/custom_permissions/properties/Statement/items/properties/Condition/additionalProperties/additionalProperties/type",keyword:"type",params:{type: schema3.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Statement.items.properties.Condition.additionalProperties.additionalProperties.type},message:"must be string,array",schema:schema3.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Statement.items.properties.Condition.additionalProperties.additionalProperties.type,parentSchema:schema3.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Statement.items.properties.Condition.additionalProperties.additionalProperties,data:data48};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
if(Array.isArray(data48)){
if(data48.length < 1){
const err112 = {instancePath:instancePath+"/assumable_roles/" + key17.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_permissions/Statement/" + i10+"/Condition/" + key21.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + key22.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/assumable_roles/additionalProperties/properties/custom_permissions/properties/Statement/items/properties/Condition/additionalProperties/additionalProperties/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema3.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Statement.items.properties.Condition.additionalProperties.additionalProperties,data:data48};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
const len10 = data48.length;
for(let i13=0; i13<len10; i13++){
let data49 = data48[i13];
if(typeof data49 !== "string"){
const err113 = {instancePath:instancePath+"/assumable_roles/" + key17.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_permissions/Statement/" + i10+"/Condition/" + key21.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + key22.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i13,schemaPath:"#/properties/assumable_roles/additionalProperties/properties/custom_permissions/properties/Statement/items/properties/Condition/additionalProperties/additionalProperties/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema3.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Statement.items.properties.Condition.additionalProperties.additionalProperties.items.type,parentSchema:schema3.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Statement.items.properties.Condition.additionalProperties.additionalProperties.items,data:data49};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
}
}
}
}
else {
const err114 = {instancePath:instancePath+"/assumable_roles/" + key17.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_permissions/Statement/" + i10+"/Condition/" + key21.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/assumable_roles/additionalProperties/properties/custom_permissions/properties/Statement/items/properties/Condition/additionalProperties/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema3.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Statement.items.properties.Condition.additionalProperties.type,parentSchema:schema3.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Statement.items.properties.Condition.additionalProperties,data:data47};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
}
}
}
else {
const err115 = {instancePath:instancePath+"/assumable_roles/" + key17.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_permissions/Statement/" + i10+"/Condition",schemaPath:"#/properties/assumable_roles/additionalProperties/properties/custom_permissions/properties/Statement/items/properties/Condition/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema3.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Statement.items.properties.Condition.type,parentSchema:schema3.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Statement.items.properties.Condition,data:data46};
if(vErrors === null){
vErrors = [err115];
}
else {
vErrors.push(err115);
}
errors++;
}
}
}
else {
const err116 = {instancePath:instancePath+"/assumable_roles/" + key17.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_permissions/Statement/" + i10,schemaPath:"#/properties/assumable_roles/additionalProperties/properties/custom_permissions/properties/Statement/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema3.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Statement.items.type,parentSchema:schema3.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Statement.items,data:data39};
if(vErrors === null){
vErrors = [err116];
}
else {
vErrors.push(err116);
}
errors++;
}
}
}
else {
const err117 = {instancePath:instancePath+"/assumable_roles/" + key17.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_permissions/Statement",schemaPath:"#/properties/assumable_roles/additionalProperties/properties/custom_permissions/properties/Statement/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema3.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Statement.type,parentSchema:schema3.properties.assumable_roles.additionalProperties.properties.custom_permissions.properties.Statement,data:data38};
if(vErrors === null){
vErrors = [err117];
}
else {
vErrors.push(err117);
}
errors++;
}
}
}
}
if(data33.max_session_duration !== undefined && func0.call(data33, "max_session_duration")){
let data50 = data33.max_session_duration;
if((!(((typeof data50 == "number") && (!(data50 % 1) && !isNaN(data50))) && (isFinite(data50)))) && (data50 !== null)){
const err118 = {instancePath:instancePath+"/assumable_roles/" + key17.replace(/~/g, "~0").replace(/\//g, "~1")+"/max_session_duration",schemaPath:"#/properties/assumable_roles/additionalProperties/properties/max_session_duration/type",keyword:"type",params:{type: schema3.properties.assumable_roles.additionalProperties.properties.max_session_duration.type},message:"must be integer,null",schema:schema3.properties.assumable_roles.additionalProperties.properties.max_session_duration.type,parentSchema:schema3.properties.assumable_roles.additionalProperties.properties.max_session_duration,data:data50};
if(vErrors === null){
vErrors = [err118];
}
else {
vErrors.push(err118);
}
errors++;
}
if((typeof data50 == "number") && (isFinite(data50))){
if(data50 > 43200 || isNaN(data50)){
const err119 = {instancePath:instancePath+"/assumable_roles/" + key17.replace(/~/g, "~0").replace(/\//g, "~1")+"/max_session_duration",schemaPath:"#/properties/assumable_roles/additionalProperties/properties/max_session_duration/maximum",keyword:"maximum",params:{comparison: "<=", limit: 43200},message:"must be <= 43200",schema:43200,parentSchema:schema3.properties.assumable_roles.additionalProperties.properties.max_session_duration,data:data50};
if(vErrors === null){
vErrors = [err119];
}
else {
vErrors.push(err119);
}
errors++;
}
if(data50 < 3600 || isNaN(data50)){
const err120 = {instancePath:instancePath+"/assumable_roles/" + key17.replace(/~/g, "~0").replace(/\//g, "~1")+"/max_session_duration",schemaPath:"#/properties/assumable_roles/additionalProperties/properties/max_session_duration/minimum",keyword:"minimum",params:{comparison: ">=", limit: 3600},message:"must be >= 3600",schema:3600,parentSchema:schema3.properties.assumable_roles.additionalProperties.properties.max_session_duration,data:data50};
if(vErrors === null){
vErrors = [err120];
}
else {
vErrors.push(err120);
}
errors++;
}
}
}
if(data33.require_mfa !== undefined && func0.call(data33, "require_mfa")){
let data51 = data33.require_mfa;
if((typeof data51 !== "boolean") && (data51 !== null)){
const err121 = {instancePath:instancePath+"/assumable_roles/" + key17.replace(/~/g, "~0").replace(/\//g, "~1")+"/require_mfa",schemaPath:"#/properties/assumable_roles/additionalProperties/properties/require_mfa/type",keyword:"type",params:{type: schema3.properties.assumable_roles.additionalProperties.properties.require_mfa.type},message:"must be boolean,null",schema:schema3.properties.assumable_roles.additionalProperties.properties.require_mfa.type,parentSchema:schema3.properties.assumable_roles.additionalProperties.properties.require_mfa,data:data51};
if(vErrors === null){
vErrors = [err121];
}
else {
vErrors.push(err121);
}
errors++;
}
}
}
}
}
else {
const err122 = {instancePath:instancePath+"/assumable_roles",schemaPath:"#/properties/assumable_roles/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema3.properties.assumable_roles.type,parentSchema:schema3.properties.assumable_roles,data:data32};
if(vErrors === null){
vErrors = [err122];
}
else {
vErrors.push(err122);
}
errors++;
}
}
if(data.cross_account_roles !== undefined && func0.call(data, "cross_account_roles")){
let data52 = data.cross_account_roles;
if(data52 && typeof data52 == "object" && !Array.isArray(data52)){
for(const key23 of Object.keys(data52)){
const _errs130 = errors;
if(typeof key23 === "string"){
if(!pattern15.test(key23)){
const err123 = {instancePath:instancePath+"/cross_account_roles",schemaPath:"#/properties/cross_account_roles/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9]*(_[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z][a-z0-9]*(_[a-z0-9]+)*$"+"\"",schema:"^[a-z][a-z0-9]*(_[a-z0-9]+)*$",parentSchema:schema3.properties.cross_account_roles.propertyNames,data:key23,propertyName:key23};
if(vErrors === null){
vErrors = [err123];
}
else {
vErrors.push(err123);
}
errors++;
}
}
var valid48 = _errs130 === errors;
if(!valid48){
const err124 = {instancePath:instancePath+"/cross_account_roles",schemaPath:"#/properties/cross_account_roles/propertyNames",keyword:"propertyNames",params:{propertyName: key23},message:"property name must be valid",schema:schema3.properties.cross_account_roles.propertyNames,parentSchema:schema3.properties.cross_account_roles,data:data52};
if(vErrors === null){
vErrors = [err124];
}
else {
vErrors.push(err124);
}
errors++;
}
}
for(const key24 of Object.keys(data52)){
let data53 = data52[key24];
if((!(data53 && typeof data53 == "object" && !Array.isArray(data53))) && (data53 !== null)){
const err125 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/cross_account_roles/additionalProperties/type",keyword:"type",params:{type: schema3.properties.cross_account_roles.additionalProperties.type},message:"must be object,null",schema:schema3.properties.cross_account_roles.additionalProperties.type,parentSchema:schema3.properties.cross_account_roles.additionalProperties,data:data53};
if(vErrors === null){
vErrors = [err125];
}
else {
vErrors.push(err125);
}
errors++;
}
if(data53 && typeof data53 == "object" && !Array.isArray(data53)){
for(const key25 of Object.keys(data53)){
if(!(((((((key25 === "description") || (key25 === "trusted_accounts")) || (key25 === "external_id")) || (key25 === "managed_policies")) || (key25 === "custom_policies")) || (key25 === "max_session_duration")) || (key25 === "require_mfa"))){
const err126 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/cross_account_roles/additionalProperties/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key25},message:"must NOT have additional properties",schema:false,parentSchema:schema3.properties.cross_account_roles.additionalProperties,data:data53};
if(vErrors === null){
vErrors = [err126];
}
else {
vErrors.push(err126);
}
errors++;
}
}
if(data53.description !== undefined && func0.call(data53, "description")){
let data54 = data53.description;
if((typeof data54 !== "string") && (data54 !== null)){
const err127 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/description",schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/description/type",keyword:"type",params:{type: schema3.properties.cross_account_roles.additionalProperties.properties.description.type},message:"must be string,null",schema:schema3.properties.cross_account_roles.additionalProperties.properties.description.type,parentSchema:schema3.properties.cross_account_roles.additionalProperties.properties.description,data:data54};
if(vErrors === null){
vErrors = [err127];
}
else {
vErrors.push(err127);
}
errors++;
}
if(typeof data54 === "string"){
if(!pattern1.test(data54)){
const err128 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/description",schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/description/pattern",keyword:"pattern",params:{pattern: "^[\\u0020-\\u007E\\u00A1-\\u00FF]{1,1000}$"},message:"must match pattern \""+"^[\\u0020-\\u007E\\u00A1-\\u00FF]{1,1000}$"+"\"",schema:"^[\\u0020-\\u007E\\u00A1-\\u00FF]{1,1000}$",parentSchema:schema3.properties.cross_account_roles.additionalProperties.properties.description,data:data54};
if(vErrors === null){
vErrors = [err128];
}
else {
vErrors.push(err128);
}
errors++;
}
}
}
if(data53.trusted_accounts !== undefined && func0.call(data53, "trusted_accounts")){
let data55 = data53.trusted_accounts;
if((!(Array.isArray(data55))) && (data55 !== null)){
const err129 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/trusted_accounts",schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/trusted_accounts/type",keyword:"type",params:{type: schema3.properties.cross_account_roles.additionalProperties.properties.trusted_accounts.type},message:"must be array,null",schema:schema3.properties.cross_account_roles.additionalProperties.properties.trusted_accounts.type,parentSchema:schema3.properties.cross_account_roles.additionalProperties.properties.trusted_accounts,data:data55};
if(vErrors === null){
vErrors = [err129];
}
else {
vErrors.push(err129);
}
errors++;
}
if(Array.isArray(data55)){
if(data55.length < 1){
const err130 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/trusted_accounts",schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/trusted_accounts/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema3.properties.cross_account_roles.additionalProperties.properties.trusted_accounts,data:data55};
if(vErrors === null){
vErrors = [err130];
}
else {
vErrors.push(err130);
}
errors++;
}
const len11 = data55.length;
for(let i14=0; i14<len11; i14++){
let data56 = data55[i14];
if(typeof data56 === "string"){
if(!pattern4.test(data56)){
const err131 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/trusted_accounts/" + i14,schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/trusted_accounts/items/pattern",keyword:"pattern",params:{pattern: "^[0-9]{12}$"},message:"must match pattern \""+"^[0-9]{12}$"+"\"",schema:"^[0-9]{12}$",parentSchema:schema3.properties.cross_account_roles.additionalProperties.properties.trusted_accounts.items,data:data56};
if(vErrors === null){
vErrors = [err131];
}
else {
vErrors.push(err131);
}
errors++;
}
}
else {
const err132 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/trusted_accounts/" + i14,schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/trusted_accounts/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema3.properties.cross_account_roles.additionalProperties.properties.trusted_accounts.items.type,parentSchema:schema3.properties.cross_account_roles.additionalProperties.properties.trusted_accounts.items,data:data56};
if(vErrors === null){
vErrors = [err132];
}
else {
vErrors.push(err132);
}
errors++;
}
}
let i15 = data55.length;
let j3;
if(i15 > 1){
const indices3 = {};
for(;i15--;){
let item3 = data55[i15];
if(typeof item3 !== "string"){
continue;
}
if(typeof indices3[item3] == "number"){
j3 = indices3[item3];
const err133 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/trusted_accounts",schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/trusted_accounts/uniqueItems",keyword:"uniqueItems",params:{i: i15, j: j3},message:"must NOT have duplicate items (items ## "+j3+" and "+i15+" are identical)",schema:true,parentSchema:schema3.properties.cross_account_roles.additionalProperties.properties.trusted_accounts,data:data55};
if(vErrors === null){
vErrors = [err133];
}
else {
vErrors.push(err133);
}
errors++;
break;
}
indices3[item3] = i15;
}
}
}
}
if(data53.external_id !== undefined && func0.call(data53, "external_id")){
let data57 = data53.external_id;
if((typeof data57 !== "string") && (data57 !== null)){
const err134 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/external_id",schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/external_id/type",keyword:"type",params:{type: schema3.properties.cross_account_roles.additionalProperties.properties.external_id.type},message:"must be string,null",schema:schema3.properties.cross_account_roles.additionalProperties.properties.external_id.type,parentSchema:schema3.properties.cross_account_roles.additionalProperties.properties.external_id,data:data57};
if(vErrors === null){
vErrors = [err134];
}
else {
vErrors.push(err134);
}
errors++;
}
if(typeof data57 === "string"){
if(!pattern79.test(data57)){
const err135 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/external_id",schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/external_id/pattern",keyword:"pattern",params:{pattern: "^[\\w+=,.@:/-]{2,1224}$"},message:"must match pattern \""+"^[\\w+=,.@:/-]{2,1224}$"+"\"",schema:"^[\\w+=,.@:/-]{2,1224}$",parentSchema:schema3.properties.cross_account_roles.additionalProperties.properties.external_id,data:data57};
if(vErrors === null){
vErrors = [err135];
}
else {
vErrors.push(err135);
}
errors++;
}
}
}
if(data53.managed_policies !== undefined && func0.call(data53, "managed_policies")){
let data58 = data53.managed_policies;
if((!(Array.isArray(data58))) && (data58 !== null)){
const err136 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/managed_policies",schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/managed_policies/type",keyword:"type",params:{type: schema3.properties.cross_account_roles.additionalProperties.properties.managed_policies.type},message:"must be array,null",schema:schema3.properties.cross_account_roles.additionalProperties.properties.managed_policies.type,parentSchema:schema3.properties.cross_account_roles.additionalProperties.properties.managed_policies,data:data58};
if(vErrors === null){
vErrors = [err136];
}
else {
vErrors.push(err136);
}
errors++;
}
if(Array.isArray(data58)){
if(data58.length > 10){
const err137 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/managed_policies",schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/managed_policies/maxItems",keyword:"maxItems",params:{limit: 10},message:"must NOT have more than 10 items",schema:10,parentSchema:schema3.properties.cross_account_roles.additionalProperties.properties.managed_policies,data:data58};
if(vErrors === null){
vErrors = [err137];
}
else {
vErrors.push(err137);
}
errors++;
}
const len12 = data58.length;
for(let i16=0; i16<len12; i16++){
let data59 = data58[i16];
if(typeof data59 === "string"){
if(!pattern54.test(data59)){
const err138 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/managed_policies/" + i16,schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/managed_policies/items/pattern",keyword:"pattern",params:{pattern: "^([A-Za-z0-9-]+/)*[\\w+=,.@-]{1,128}$"},message:"must match pattern \""+"^([A-Za-z0-9-]+/)*[\\w+=,.@-]{1,128}$"+"\"",schema:"^([A-Za-z0-9-]+/)*[\\w+=,.@-]{1,128}$",parentSchema:schema3.properties.cross_account_roles.additionalProperties.properties.managed_policies.items,data:data59};
if(vErrors === null){
vErrors = [err138];
}
else {
vErrors.push(err138);
}
errors++;
}
}
else {
const err139 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/managed_policies/" + i16,schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/managed_policies/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema3.properties.cross_account_roles.additionalProperties.properties.managed_policies.items.type,parentSchema:schema3.properties.cross_account_roles.additionalProperties.properties.managed_policies.items,data:data59};
if(vErrors === null){
vErrors = [err139];
}
else {
vErrors.push(err139);
}
errors++;
}
}
let i17 = data58.length;
let j4;
if(i17 > 1){
const indices4 = {};
for(;i17--;){
let item4 = data58[i17];
if(typeof item4 !== "string"){
continue;
}
if(typeof indices4[item4] == "number"){
j4 = indices4[item4];
const err140 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/managed_policies",schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/managed_policies/uniqueItems",keyword:"uniqueItems",params:{i: i17, j: j4},message:"must NOT have duplicate items (items ## "+j4+" and "+i17+" are identical)",schema:true,parentSchema:schema3.properties.cross_account_roles.additionalProperties.properties.managed_policies,data:data58};
if(vErrors === null){
vErrors = [err140];
}
else {
vErrors.push(err140);
}
errors++;
break;
}
indices4[item4] = i17;
}
}
}
}
if(data53.custom_policies !== undefined && func0.call(data53, "custom_policies")){
let data60 = data53.custom_policies;
if((!(data60 && typeof data60 == "object" && !Array.isArray(data60))) && (data60 !== null)){
const err141 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_policies",schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/custom_policies/type",keyword:"type",params:{type: schema3.properties.cross_account_roles.additionalProperties.properties.custom_policies.type},message:"must be object,null",schema:schema3.properties.cross_account_roles.additionalProperties.properties.custom_policies.type,parentSchema:schema3.properties.cross_account_roles.additionalProperties.properties.custom_policies,data:data60};
if(vErrors === null){
vErrors = [err141];
}
else {
vErrors.push(err141);
}
errors++;
}
if(data60 && typeof data60 == "object" && !Array.isArray(data60)){
for(const key26 of Object.keys(data60)){
const _errs149 = errors;
if(typeof key26 === "string"){
if(!pattern15.test(key26)){
const err142 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_policies",schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/custom_policies/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9]*(_[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z][a-z0-9]*(_[a-z0-9]+)*$"+"\"",schema:"^[a-z][a-z0-9]*(_[a-z0-9]+)*$",parentSchema:schema3.properties.cross_account_roles.additionalProperties.properties.custom_policies.propertyNames,data:key26,propertyName:key26};
if(vErrors === null){
vErrors = [err142];
}
else {
vErrors.push(err142);
}
errors++;
}
}
var valid57 = _errs149 === errors;
if(!valid57){
const err143 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_policies",schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/custom_policies/propertyNames",keyword:"propertyNames",params:{propertyName: key26},message:"property name must be valid",schema:schema3.properties.cross_account_roles.additionalProperties.properties.custom_policies.propertyNames,parentSchema:schema3.properties.cross_account_roles.additionalProperties.properties.custom_policies,data:data60};
if(vErrors === null){
vErrors = [err143];
}
else {
vErrors.push(err143);
}
errors++;
}
}
for(const key27 of Object.keys(data60)){
let data61 = data60[key27];
if((!(data61 && typeof data61 == "object" && !Array.isArray(data61))) && (data61 !== null)){
const err144 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_policies/" + key27.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/custom_policies/additionalProperties/type",keyword:"type",params:{type: schema3.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.type},message:"must be object,null",schema:schema3.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.type,parentSchema:schema3.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties,data:data61};
if(vErrors === null){
vErrors = [err144];
}
else {
vErrors.push(err144);
}
errors++;
}
if(data61 && typeof data61 == "object" && !Array.isArray(data61)){
if((data61.Version === undefined) || (!(func0.call(data61, "Version")))){
const err145 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_policies/" + key27.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/custom_policies/additionalProperties/required",keyword:"required",params:{missingProperty: "Version"},message:"must have required property '"+"Version"+"'",schema:schema3.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.required,parentSchema:schema3.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties,data:data61};
if(vErrors === null){
vErrors = [err145];
}
else {
vErrors.push(err145);
}
errors++;
}
if((data61.Statement === undefined) || (!(func0.call(data61, "Statement")))){
const err146 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_policies/" + key27.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/custom_policies/additionalProperties/required",keyword:"required",params:{missingProperty: "Statement"},message:"must have required property '"+"Statement"+"'",schema:schema3.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.required,parentSchema:schema3.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties,data:data61};
if(vErrors === null){
vErrors = [err146];
}
else {
vErrors.push(err146);
}
errors++;
}
for(const key28 of Object.keys(data61)){
if(!((key28 === "Version") || (key28 === "Statement"))){
const err147 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_policies/" + key27.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/custom_policies/additionalProperties/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key28},message:"must NOT have additional properties",schema:false,parentSchema:schema3.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties,data:data61};
if(vErrors === null){
vErrors = [err147];
}
else {
vErrors.push(err147);
}
errors++;
}
}
if(data61.Version !== undefined && func0.call(data61, "Version")){
let data62 = data61.Version;
if(typeof data62 !== "string"){
const err148 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_policies/" + key27.replace(/~/g, "~0").replace(/\//g, "~1")+"/Version",schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/custom_policies/additionalProperties/properties/Version/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema3.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Version.type,parentSchema:schema3.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Version,data:data62};
if(vErrors === null){
vErrors = [err148];
}
else {
vErrors.push(err148);
}
errors++;
}
if(!(data62 === "2012-10-17")){
const err149 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_policies/" + key27.replace(/~/g, "~0").replace(/\//g, "~1")+"/Version",schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/custom_policies/additionalProperties/properties/Version/enum",keyword:"enum",params:{allowedValues: schema3.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Version.enum},message:"must be equal to one of the allowed values",schema:schema3.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Version.enum,parentSchema:schema3.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Version,data:data62};
if(vErrors === null){
vErrors = [err149];
}
else {
vErrors.push(err149);
}
errors++;
}
}
if(data61.Statement !== undefined && func0.call(data61, "Statement")){
let data63 = data61.Statement;
if(Array.isArray(data63)){
if(data63.length < 1){
const err150 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_policies/" + key27.replace(/~/g, "~0").replace(/\//g, "~1")+"/Statement",schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/custom_policies/additionalProperties/properties/Statement/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema3.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Statement,data:data63};
if(vErrors === null){
vErrors = [err150];
}
else {
vErrors.push(err150);
}
errors++;
}
const len13 = data63.length;
for(let i18=0; i18<len13; i18++){
let data64 = data63[i18];
if(data64 && typeof data64 == "object" && !Array.isArray(data64)){
if((data64.Effect === undefined) || (!(func0.call(data64, "Effect")))){
const err151 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_policies/" + key27.replace(/~/g, "~0").replace(/\//g, "~1")+"/Statement/" + i18,schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/custom_policies/additionalProperties/properties/Statement/items/required",keyword:"required",params:{missingProperty: "Effect"},message:"must have required property '"+"Effect"+"'",schema:schema3.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Statement.items.required,parentSchema:schema3.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Statement.items,data:data64};
if(vErrors === null){
vErrors = [err151];
}
else {
vErrors.push(err151);
}
errors++;
}
if((data64.Action === undefined) || (!(func0.call(data64, "Action")))){
const err152 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_policies/" + key27.replace(/~/g, "~0").replace(/\//g, "~1")+"/Statement/" + i18,schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/custom_policies/additionalProperties/properties/Statement/items/required",keyword:"required",params:{missingProperty: "Action"},message:"must have required property '"+"Action"+"'",schema:schema3.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Statement.items.required,parentSchema:schema3.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Statement.items,data:data64};
if(vErrors === null){
vErrors = [err152];
}
else {
vErrors.push(err152);
}
errors++;
}
if((data64.Resource === undefined) || (!(func0.call(data64, "Resource")))){
const err153 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_policies/" + key27.replace(/~/g, "~0").replace(/\//g, "~1")+"/Statement/" + i18,schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/custom_policies/additionalProperties/properties/Statement/items/required",keyword:"required",params:{missingProperty: "Resource"},message:"must have required property '"+"Resource"+"'",schema:schema3.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Statement.items.required,parentSchema:schema3.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Statement.items,data:data64};
if(vErrors === null){
vErrors = [err153];
}
else {
vErrors.push(err153);
}
errors++;
}
for(const key29 of Object.keys(data64)){
if(!(((((key29 === "Sid") || (key29 === "Effect")) || (key29 === "Action")) || (key29 === "Resource")) || (key29 === "Condition"))){
const err154 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_policies/" + key27.replace(/~/g, "~0").replace(/\//g, "~1")+"/Statement/" + i18,schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/custom_policies/additionalProperties/properties/Statement/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key29},message:"must NOT have additional properties",schema:false,parentSchema:schema3.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Statement.items,data:data64};
if(vErrors === null){
vErrors = [err154];
}
else {
vErrors.push(err154);
}
errors++;
}
}
if(data64.Sid !== undefined && func0.call(data64, "Sid")){
let data65 = data64.Sid;
if(typeof data65 === "string"){
if(!pattern60.test(data65)){
const err155 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_policies/" + key27.replace(/~/g, "~0").replace(/\//g, "~1")+"/Statement/" + i18+"/Sid",schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/custom_policies/additionalProperties/properties/Statement/items/properties/Sid/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9]{1,64}$"},message:"must match pattern \""+"^[A-Za-z0-9]{1,64}$"+"\"",schema:"^[A-Za-z0-9]{1,64}$",parentSchema:schema3.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Statement.items.properties.Sid,data:data65};
if(vErrors === null){
vErrors = [err155];
}
else {
vErrors.push(err155);
}
errors++;
}
}
else {
const err156 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_policies/" + key27.replace(/~/g, "~0").replace(/\//g, "~1")+"/Statement/" + i18+"/Sid",schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/custom_policies/additionalProperties/properties/Statement/items/properties/Sid/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema3.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Statement.items.properties.Sid.type,parentSchema:schema3.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Statement.items.properties.Sid,data:data65};
if(vErrors === null){
vErrors = [err156];
}
else {
vErrors.push(err156);
}
errors++;
}
}
if(data64.Effect !== undefined && func0.call(data64, "Effect")){
let data66 = data64.Effect;
if(typeof data66 !== "string"){
const err157 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_policies/" + key27.replace(/~/g, "~0").replace(/\//g, "~1")+"/Statement/" + i18+"/Effect",schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/custom_policies/additionalProperties/properties/Statement/items/properties/Effect/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema3.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Statement.items.properties.Effect.type,parentSchema:schema3.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Statement.items.properties.Effect,data:data66};
if(vErrors === null){
vErrors = [err157];
}
else {
vErrors.push(err157);
}
errors++;
}
if(!((data66 === "Allow") || (data66 === "Deny"))){
const err158 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_policies/" + key27.replace(/~/g, "~0").replace(/\//g, "~1")+"/Statement/" + i18+"/Effect",schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/custom_policies/additionalProperties/properties/Statement/items/properties/Effect/enum",keyword:"enum",params:{allowedValues: schema3.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Statement.items.properties.Effect.enum},message:"must be equal to one of the allowed values",schema:schema3.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Statement.items.properties.Effect.enum,parentSchema:schema3.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Statement.items.properties.Effect,data:data66};
if(vErrors === null){
vErrors = [err158];
}
else {
vErrors.push(err158);
}
errors++;
}
}
if(data64.Action !== undefined && func0.call(data64, "Action")){
let data67 = data64.Action;
if((typeof data67 !== "string") && (!(Array.isArray(data67)))){
const err159 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_policies/" + key27.replace(/~/g, "~0").replace(/\//g, "~1")+"/Statement/" + i18+"/Action",schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/custom_policies/additionalProperties/properties/Statement/items/properties/Action/type",keyword:"type",params:{type: schema3.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Statement.items.properties.Action.type},message:"must be string,array",schema:schema3.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Statement.items.properties.Action.type,parentSchema:schema3.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Statement.items.properties.Action,data:data67};
if(vErrors === null){
vErrors = [err159];
}
else {
vErrors.push(err159);
}
errors++;
}
if(typeof data67 === "string"){
if(!pattern72.test(data67)){
const err160 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_policies/" + key27.replace(/~/g, "~0").replace(/\//g, "~1")+"/Statement/" + i18+"/Action",schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/custom_policies/additionalProperties/properties/Statement/items/properties/Action/pattern",keyword:"pattern",params:{pattern: "^(\\*|[a-z0-9-]+:[A-Za-z0-9*?]+)$"},message:"must match pattern \""+"^(\\*|[a-z0-9-]+:[A-Za-z0-9*?]+)$"+"\"",schema:"^(\\*|[a-z0-9-]+:[A-Za-z0-9*?]+)$",parentSchema:schema3.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Statement.items.properties.Action,data:data67};
if(vErrors === null){
vErrors = [err160];
}
else {
vErrors.push(err160);
}
errors++;
}
}
if(Array.isArray(data67)){
if(data67.length < 1){
const err161 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_policies/" + key27.replace(/~/g, "~0").replace(/\//g, "~1")+"/Statement/" + i18+"/Action",schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/custom_policies/additionalProperties/properties/Statement/items/properties/Action/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema3.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Statement.items.properties.Action,data:data67};
if(vErrors === null){
vErrors = [err161];
}
else {
vErrors.push(err161);
}
errors++;
}
const len14 = data67.length;
for(let i19=0; i19<len14; i19++){
let data68 = data67[i19];
if(typeof data68 === "string"){
if(!pattern72.test(data68)){
const err162 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_policies/" + key27.replace(/~/g, "~0").replace(/\//g, "~1")+"/Statement/" + i18+"/Action/" + i19,schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/custom_policies/additionalProperties/properties/Statement/items/properties/Action/items/pattern",keyword:"pattern",params:{pattern: "^(\\*|[a-z0-9-]+:[A-Za-z0-9*?]+)$"},message:"must match pattern \""+"^(\\*|[a-z0-9-]+:[A-Za-z0-9*?]+)$"+"\"",schema:"^(\\*|[a-z0-9-]+:[A-Za-z0-9*?]+)$",parentSchema:schema3.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Statement.items.properties.Action.items,data:data68};
if(vErrors === null){
vErrors = [err162];
}
else {
vErrors.push(err162);
}
errors++;
}
}
else {
const err163 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_policies/" + key27.replace(/~/g, "~0").replace(/\//g, "~1")+"/Statement/" + i18+"/Action/" + i19,schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/custom_policies/additionalProperties/properties/Statement/items/properties/Action/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema3.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Statement.items.properties.Action.items.type,parentSchema:schema3.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Statement.items.properties.Action.items,data:data68};
if(vErrors === null){
vErrors = [err163];
}
else {
vErrors.push(err163);
}
errors++;
}
}
}
}
if(data64.Resource !== undefined && func0.call(data64, "Resource")){
let data69 = data64.Resource;
if((typeof data69 !== "string") && (!(Array.isArray(data69)))){
const err164 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_policies/" + key27.replace(/~/g, "~0").replace(/\//g, "~1")+"/Statement/" + i18+"/Resource",schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/custom_policies/additionalProperties/properties/Statement/items/properties/Resource/type",keyword:"type",params:{type: schema3.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Statement.items.properties.Resource.type},message:"must be string,array",schema:schema3.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Statement.items.properties.Resource.type,parentSchema:schema3.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Statement.items.properties.Resource,data:data69};
if(vErrors === null){
vErrors = [err164];
}
else {
vErrors.push(err164);
}
errors++;
}
if(typeof data69 === "string"){
if(!pattern74.test(data69)){
const err165 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_policies/" + key27.replace(/~/g, "~0").replace(/\//g, "~1")+"/Statement/" + i18+"/Resource",schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/custom_policies/additionalProperties/properties/Statement/items/properties/Resource/pattern",keyword:"pattern",params:{pattern: "^(\\*|arn:.+)$"},message:"must match pattern \""+"^(\\*|arn:.+)$"+"\"",schema:"^(\\*|arn:.+)$",parentSchema:schema3.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Statement.items.properties.Resource,data:data69};
if(vErrors === null){
vErrors = [err165];
}
else {
vErrors.push(err165);
}
errors++;
}
}
if(Array.isArray(data69)){
if(data69.length < 1){
const err166 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_policies/" + key27.replace(/~/g, "~0").replace(/\//g, "~1")+"/Statement/" + i18+"/Resource",schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/custom_policies/additionalProperties/properties/Statement/items/properties/Resource/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema3.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Statement.items.properties.Resource,data:data69};
if(vErrors === null){
vErrors = [err166];
}
else {
vErrors.push(err166);
}
errors++;
}
const len15 = data69.length;
for(let i20=0; i20<len15; i20++){
let data70 = data69[i20];
if(typeof data70 === "string"){
if(!pattern74.test(data70)){
const err167 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_policies/" + key27.replace(/~/g, "~0").replace(/\//g, "~1")+"/Statement/" + i18+"/Resource/" + i20,schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/custom_policies/additionalProperties/properties/Statement/items/properties/Resource/items/pattern",keyword:"pattern",params:{pattern: "^(\\*|arn:.+)$"},message:"must match pattern \""+"^(\\*|arn:.+)$"+"\"",schema:"^(\\*|arn:.+)$",parentSchema:schema3.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Statement.items.properties.Resource.items,data:data70};
if(vErrors === null){
vErrors = [err167];
}
else {
vErrors.push(err167);
}
errors++;
}
}
else {
const err168 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_policies/" + key27.replace(/~/g, "~0").replace(/\//g, "~1")+"/Statement/" + i18+"/Resource/" + i20,schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/custom_policies/additionalProperties/properties/Statement/items/properties/Resource/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema3.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Statement.items.properties.Resource.items.type,parentSchema:schema3.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Statement.items.properties.Resource.items,data:data70};
if(vErrors === null){
vErrors = [err168];
}
else {
vErrors.push(err168);
}
errors++;
}
}
}
}
if(data64.Condition !== undefined && func0.call(data64, "Condition")){
let data71 = data64.Condition;
if(data71 && typeof data71 == "object" && !Array.isArray(data71)){
for(const key30 of Object.keys(data71)){
let data72 = data71[key30];
if(data72 && typeof data72 == "object" && !Array.isArray(data72)){
if(Object.keys(data72).length < 1){
const err169 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_policies/" + key27.replace(/~/g, "~0").replace(/\//g, "~1")+"/Statement/" + i18+"/Condition/" + key30.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/custom_policies/additionalProperties/properties/Statement/items/properties/Condition/additionalProperties/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties",schema:1,parentSchema:schema3.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Statement.items.properties.Condition.additionalProperties,data:data72};
if(vErrors === null){
vErrors = [err169];
}
else {
vErrors.push(err169);
}
errors++;
}
for(const key31 of Object.keys(data72)){
let data73 = data72[key31];
if((typeof data73 !== "string") && (!(Array.isArray(data73)))){
const err170 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_policies/" + key27.replace(/~/g, "~0").replace(/\//g, "~1")+"/Statement/" + i18+"/Condition/" + key30.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + key31.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/custom_policies/additionalProperties/properties/Statement/items/properties/Condition/additionalProperties/additionalProperties/type",keyword:"type",params:{type: schema3.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Statement.items.properties.Condition.additionalProperties.additionalProperties.type},message:"must be string,array",schema:schema3.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Statement.items.properties.Condition.additionalProperties.additionalProperties.type,parentSchema:schema3.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Statement.items.properties.Condition.additionalProperties.additionalProperties,data:data73};
if(vErrors === null){
vErrors = [err170];
}
else {
vErrors.push(err170);
}
errors++;
}
if(Array.isArray(data73)){
if(data73.length < 1){
const err171 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_policies/" + key27.replace(/~/g, "~0").replace(/\//g, "~1")+"/Statement/" + i18+"/Condition/" + key30.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + key31.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/custom_policies/additionalProperties/properties/Statement/items/properties/Condition/additionalProperties/additionalProperties/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema3.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Statement.items.properties.Condition.additionalProperties.additionalProperties,data:data73};
if(vErrors === null){
vErrors = [err171];
}
else {
vErrors.push(err171);
}
errors++;
}
const len16 = data73.length;
for(let i21=0; i21<len16; i21++){
let data74 = data73[i21];
if(typeof data74 !== "string"){
const err172 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_policies/" + key27.replace(/~/g, "~0").replace(/\//g, "~1")+"/Statement/" + i18+"/Condition/" + key30.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + key31.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i21,schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/custom_policies/additionalProperties/properties/Statement/items/properties/Condition/additionalProperties/additionalProperties/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema3.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Statement.items.properties.Condition.additionalProperties.additionalProperties.items.type,parentSchema:schema3.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Statement.items.properties.Condition.additionalProperties.additionalProperties.items,data:data74};
if(vErrors === null){
vErrors = [err172];
}
else {
vErrors.push(err172);
}
errors++;
}
}
}
}
}
else {
const err173 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_policies/" + key27.replace(/~/g, "~0").replace(/\//g, "~1")+"/Statement/" + i18+"/Condition/" + key30.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/custom_policies/additionalProperties/properties/Statement/items/properties/Condition/additionalProperties/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema3.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Statement.items.properties.Condition.additionalProperties.type,parentSchema:schema3.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Statement.items.properties.Condition.additionalProperties,data:data72};
if(vErrors === null){
vErrors = [err173];
}
else {
vErrors.push(err173);
}
errors++;
}
}
}
else {
const err174 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_policies/" + key27.replace(/~/g, "~0").replace(/\//g, "~1")+"/Statement/" + i18+"/Condition",schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/custom_policies/additionalProperties/properties/Statement/items/properties/Condition/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema3.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Statement.items.properties.Condition.type,parentSchema:schema3.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Statement.items.properties.Condition,data:data71};
if(vErrors === null){
vErrors = [err174];
}
else {
vErrors.push(err174);
}
errors++;
}
}
}
else {
const err175 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_policies/" + key27.replace(/~/g, "~0").replace(/\//g, "~1")+"/Statement/" + i18,schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/custom_policies/additionalProperties/properties/Statement/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema3.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Statement.items.type,parentSchema:schema3.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Statement.items,data:data64};
if(vErrors === null){
vErrors = [err175];
}
else {
vErrors.push(err175);
}
errors++;
}
}
}
else {
const err176 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom_policies/" + key27.replace(/~/g, "~0").replace(/\//g, "~1")+"/Statement",schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/custom_policies/additionalProperties/properties/Statement/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema3.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Statement.type,parentSchema:schema3.properties.cross_account_roles.additionalProperties.properties.custom_policies.additionalProperties.properties.Statement,data:data63};
if(vErrors === null){
vErrors = [err176];
}
else {
vErrors.push(err176);
}
errors++;
}
}
}
}
}
}
if(data53.max_session_duration !== undefined && func0.call(data53, "max_session_duration")){
let data75 = data53.max_session_duration;
if((!(((typeof data75 == "number") && (!(data75 % 1) && !isNaN(data75))) && (isFinite(data75)))) && (data75 !== null)){
const err177 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/max_session_duration",schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/max_session_duration/type",keyword:"type",params:{type: schema3.properties.cross_account_roles.additionalProperties.properties.max_session_duration.type},message:"must be integer,null",schema:schema3.properties.cross_account_roles.additionalProperties.properties.max_session_duration.type,parentSchema:schema3.properties.cross_account_roles.additionalProperties.properties.max_session_duration,data:data75};
if(vErrors === null){
vErrors = [err177];
}
else {
vErrors.push(err177);
}
errors++;
}
if((typeof data75 == "number") && (isFinite(data75))){
if(data75 > 43200 || isNaN(data75)){
const err178 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/max_session_duration",schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/max_session_duration/maximum",keyword:"maximum",params:{comparison: "<=", limit: 43200},message:"must be <= 43200",schema:43200,parentSchema:schema3.properties.cross_account_roles.additionalProperties.properties.max_session_duration,data:data75};
if(vErrors === null){
vErrors = [err178];
}
else {
vErrors.push(err178);
}
errors++;
}
if(data75 < 3600 || isNaN(data75)){
const err179 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/max_session_duration",schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/max_session_duration/minimum",keyword:"minimum",params:{comparison: ">=", limit: 3600},message:"must be >= 3600",schema:3600,parentSchema:schema3.properties.cross_account_roles.additionalProperties.properties.max_session_duration,data:data75};
if(vErrors === null){
vErrors = [err179];
}
else {
vErrors.push(err179);
}
errors++;
}
}
}
if(data53.require_mfa !== undefined && func0.call(data53, "require_mfa")){
let data76 = data53.require_mfa;
if((typeof data76 !== "boolean") && (data76 !== null)){
const err180 = {instancePath:instancePath+"/cross_account_roles/" + key24.replace(/~/g, "~0").replace(/\//g, "~1")+"/require_mfa",schemaPath:"#/properties/cross_account_roles/additionalProperties/properties/require_mfa/type",keyword:"type",params:{type: schema3.properties.cross_account_roles.additionalProperties.properties.require_mfa.type},message:"must be boolean,null",schema:schema3.properties.cross_account_roles.additionalProperties.properties.require_mfa.type,parentSchema:schema3.properties.cross_account_roles.additionalProperties.properties.require_mfa,data:data76};
if(vErrors === null){
vErrors = [err180];
}
else {
vErrors.push(err180);
}
errors++;
}
}
}
}
}
else {
const err181 = {instancePath:instancePath+"/cross_account_roles",schemaPath:"#/properties/cross_account_roles/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema3.properties.cross_account_roles.type,parentSchema:schema3.properties.cross_account_roles,data:data52};
if(vErrors === null){
vErrors = [err181];
}
else {
vErrors.push(err181);
}
errors++;
}
}
if(data.security_profiles !== undefined && func0.call(data, "security_profiles")){
let data77 = data.security_profiles;
if(data77 && typeof data77 == "object" && !Array.isArray(data77)){
for(const key32 of Object.keys(data77)){
const _errs189 = errors;
if(typeof key32 === "string"){
if(!pattern2.test(key32)){
const err182 = {instancePath:instancePath+"/security_profiles",schemaPath:"#/properties/security_profiles/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[a-z]+-[0-9]{1,3}$"},message:"must match pattern \""+"^[a-z]+-[0-9]{1,3}$"+"\"",schema:"^[a-z]+-[0-9]{1,3}$",parentSchema:schema3.properties.security_profiles.propertyNames,data:key32,propertyName:key32};
if(vErrors === null){
vErrors = [err182];
}
else {
vErrors.push(err182);
}
errors++;
}
}
var valid71 = _errs189 === errors;
if(!valid71){
const err183 = {instancePath:instancePath+"/security_profiles",schemaPath:"#/properties/security_profiles/propertyNames",keyword:"propertyNames",params:{propertyName: key32},message:"property name must be valid",schema:schema3.properties.security_profiles.propertyNames,parentSchema:schema3.properties.security_profiles,data:data77};
if(vErrors === null){
vErrors = [err183];
}
else {
vErrors.push(err183);
}
errors++;
}
}
for(const key33 of Object.keys(data77)){
let data78 = data77[key33];
if((!(data78 && typeof data78 == "object" && !Array.isArray(data78))) && (data78 !== null)){
const err184 = {instancePath:instancePath+"/security_profiles/" + key33.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/security_profiles/additionalProperties/type",keyword:"type",params:{type: schema3.properties.security_profiles.additionalProperties.type},message:"must be object,null",schema:schema3.properties.security_profiles.additionalProperties.type,parentSchema:schema3.properties.security_profiles.additionalProperties,data:data78};
if(vErrors === null){
vErrors = [err184];
}
else {
vErrors.push(err184);
}
errors++;
}
if(data78 && typeof data78 == "object" && !Array.isArray(data78)){
for(const key34 of Object.keys(data78)){
if(!(((((key34 === "description") || (key34 === "enabled_groups")) || (key34 === "enabled_service_roles")) || (key34 === "enabled_assumable_roles")) || (key34 === "enabled_cross_account_roles"))){
const err185 = {instancePath:instancePath+"/security_profiles/" + key33.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/security_profiles/additionalProperties/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key34},message:"must NOT have additional properties",schema:false,parentSchema:schema3.properties.security_profiles.additionalProperties,data:data78};
if(vErrors === null){
vErrors = [err185];
}
else {
vErrors.push(err185);
}
errors++;
}
}
if(data78.description !== undefined && func0.call(data78, "description")){
let data79 = data78.description;
if((typeof data79 !== "string") && (data79 !== null)){
const err186 = {instancePath:instancePath+"/security_profiles/" + key33.replace(/~/g, "~0").replace(/\//g, "~1")+"/description",schemaPath:"#/properties/security_profiles/additionalProperties/properties/description/type",keyword:"type",params:{type: schema3.properties.security_profiles.additionalProperties.properties.description.type},message:"must be string,null",schema:schema3.properties.security_profiles.additionalProperties.properties.description.type,parentSchema:schema3.properties.security_profiles.additionalProperties.properties.description,data:data79};
if(vErrors === null){
vErrors = [err186];
}
else {
vErrors.push(err186);
}
errors++;
}
if(typeof data79 === "string"){
if(!pattern1.test(data79)){
const err187 = {instancePath:instancePath+"/security_profiles/" + key33.replace(/~/g, "~0").replace(/\//g, "~1")+"/description",schemaPath:"#/properties/security_profiles/additionalProperties/properties/description/pattern",keyword:"pattern",params:{pattern: "^[\\u0020-\\u007E\\u00A1-\\u00FF]{1,1000}$"},message:"must match pattern \""+"^[\\u0020-\\u007E\\u00A1-\\u00FF]{1,1000}$"+"\"",schema:"^[\\u0020-\\u007E\\u00A1-\\u00FF]{1,1000}$",parentSchema:schema3.properties.security_profiles.additionalProperties.properties.description,data:data79};
if(vErrors === null){
vErrors = [err187];
}
else {
vErrors.push(err187);
}
errors++;
}
}
}
if(data78.enabled_groups !== undefined && func0.call(data78, "enabled_groups")){
let data80 = data78.enabled_groups;
if((!(Array.isArray(data80))) && (data80 !== null)){
const err188 = {instancePath:instancePath+"/security_profiles/" + key33.replace(/~/g, "~0").replace(/\//g, "~1")+"/enabled_groups",schemaPath:"#/properties/security_profiles/additionalProperties/properties/enabled_groups/type",keyword:"type",params:{type: schema3.properties.security_profiles.additionalProperties.properties.enabled_groups.type},message:"must be array,null",schema:schema3.properties.security_profiles.additionalProperties.properties.enabled_groups.type,parentSchema:schema3.properties.security_profiles.additionalProperties.properties.enabled_groups,data:data80};
if(vErrors === null){
vErrors = [err188];
}
else {
vErrors.push(err188);
}
errors++;
}
if(Array.isArray(data80)){
const len17 = data80.length;
for(let i22=0; i22<len17; i22++){
let data81 = data80[i22];
if(typeof data81 === "string"){
if(!pattern15.test(data81)){
const err189 = {instancePath:instancePath+"/security_profiles/" + key33.replace(/~/g, "~0").replace(/\//g, "~1")+"/enabled_groups/" + i22,schemaPath:"#/properties/security_profiles/additionalProperties/properties/enabled_groups/items/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9]*(_[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z][a-z0-9]*(_[a-z0-9]+)*$"+"\"",schema:"^[a-z][a-z0-9]*(_[a-z0-9]+)*$",parentSchema:schema3.properties.security_profiles.additionalProperties.properties.enabled_groups.items,data:data81};
if(vErrors === null){
vErrors = [err189];
}
else {
vErrors.push(err189);
}
errors++;
}
}
else {
const err190 = {instancePath:instancePath+"/security_profiles/" + key33.replace(/~/g, "~0").replace(/\//g, "~1")+"/enabled_groups/" + i22,schemaPath:"#/properties/security_profiles/additionalProperties/properties/enabled_groups/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema3.properties.security_profiles.additionalProperties.properties.enabled_groups.items.type,parentSchema:schema3.properties.security_profiles.additionalProperties.properties.enabled_groups.items,data:data81};
if(vErrors === null){
vErrors = [err190];
}
else {
vErrors.push(err190);
}
errors++;
}
}
let i23 = data80.length;
let j5;
if(i23 > 1){
const indices5 = {};
for(;i23--;){
let item5 = data80[i23];
if(typeof item5 !== "string"){
continue;
}
if(typeof indices5[item5] == "number"){
j5 = indices5[item5];
const err191 = {instancePath:instancePath+"/security_profiles/" + key33.replace(/~/g, "~0").replace(/\//g, "~1")+"/enabled_groups",schemaPath:"#/properties/security_profiles/additionalProperties/properties/enabled_groups/uniqueItems",keyword:"uniqueItems",params:{i: i23, j: j5},message:"must NOT have duplicate items (items ## "+j5+" and "+i23+" are identical)",schema:true,parentSchema:schema3.properties.security_profiles.additionalProperties.properties.enabled_groups,data:data80};
if(vErrors === null){
vErrors = [err191];
}
else {
vErrors.push(err191);
}
errors++;
break;
}
indices5[item5] = i23;
}
}
}
}
if(data78.enabled_service_roles !== undefined && func0.call(data78, "enabled_service_roles")){
let data82 = data78.enabled_service_roles;
if((!(Array.isArray(data82))) && (data82 !== null)){
const err192 = {instancePath:instancePath+"/security_profiles/" + key33.replace(/~/g, "~0").replace(/\//g, "~1")+"/enabled_service_roles",schemaPath:"#/properties/security_profiles/additionalProperties/properties/enabled_service_roles/type",keyword:"type",params:{type: schema3.properties.security_profiles.additionalProperties.properties.enabled_service_roles.type},message:"must be array,null",schema:schema3.properties.security_profiles.additionalProperties.properties.enabled_service_roles.type,parentSchema:schema3.properties.security_profiles.additionalProperties.properties.enabled_service_roles,data:data82};
if(vErrors === null){
vErrors = [err192];
}
else {
vErrors.push(err192);
}
errors++;
}
if(Array.isArray(data82)){
const len18 = data82.length;
for(let i24=0; i24<len18; i24++){
let data83 = data82[i24];
if(typeof data83 === "string"){
if(!pattern15.test(data83)){
const err193 = {instancePath:instancePath+"/security_profiles/" + key33.replace(/~/g, "~0").replace(/\//g, "~1")+"/enabled_service_roles/" + i24,schemaPath:"#/properties/security_profiles/additionalProperties/properties/enabled_service_roles/items/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9]*(_[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z][a-z0-9]*(_[a-z0-9]+)*$"+"\"",schema:"^[a-z][a-z0-9]*(_[a-z0-9]+)*$",parentSchema:schema3.properties.security_profiles.additionalProperties.properties.enabled_service_roles.items,data:data83};
if(vErrors === null){
vErrors = [err193];
}
else {
vErrors.push(err193);
}
errors++;
}
}
else {
const err194 = {instancePath:instancePath+"/security_profiles/" + key33.replace(/~/g, "~0").replace(/\//g, "~1")+"/enabled_service_roles/" + i24,schemaPath:"#/properties/security_profiles/additionalProperties/properties/enabled_service_roles/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema3.properties.security_profiles.additionalProperties.properties.enabled_service_roles.items.type,parentSchema:schema3.properties.security_profiles.additionalProperties.properties.enabled_service_roles.items,data:data83};
if(vErrors === null){
vErrors = [err194];
}
else {
vErrors.push(err194);
}
errors++;
}
}
let i25 = data82.length;
let j6;
if(i25 > 1){
const indices6 = {};
for(;i25--;){
let item6 = data82[i25];
if(typeof item6 !== "string"){
continue;
}
if(typeof indices6[item6] == "number"){
j6 = indices6[item6];
const err195 = {instancePath:instancePath+"/security_profiles/" + key33.replace(/~/g, "~0").replace(/\//g, "~1")+"/enabled_service_roles",schemaPath:"#/properties/security_profiles/additionalProperties/properties/enabled_service_roles/uniqueItems",keyword:"uniqueItems",params:{i: i25, j: j6},message:"must NOT have duplicate items (items ## "+j6+" and "+i25+" are identical)",schema:true,parentSchema:schema3.properties.security_profiles.additionalProperties.properties.enabled_service_roles,data:data82};
if(vErrors === null){
vErrors = [err195];
}
else {
vErrors.push(err195);
}
errors++;
break;
}
indices6[item6] = i25;
}
}
}
}
if(data78.enabled_assumable_roles !== undefined && func0.call(data78, "enabled_assumable_roles")){
let data84 = data78.enabled_assumable_roles;
if((!(Array.isArray(data84))) && (data84 !== null)){
const err196 = {instancePath:instancePath+"/security_profiles/" + key33.replace(/~/g, "~0").replace(/\//g, "~1")+"/enabled_assumable_roles",schemaPath:"#/properties/security_profiles/additionalProperties/properties/enabled_assumable_roles/type",keyword:"type",params:{type: schema3.properties.security_profiles.additionalProperties.properties.enabled_assumable_roles.type},message:"must be array,null",schema:schema3.properties.security_profiles.additionalProperties.properties.enabled_assumable_roles.type,parentSchema:schema3.properties.security_profiles.additionalProperties.properties.enabled_assumable_roles,data:data84};
if(vErrors === null){
vErrors = [err196];
}
else {
vErrors.push(err196);
}
errors++;
}
if(Array.isArray(data84)){
const len19 = data84.length;
for(let i26=0; i26<len19; i26++){
let data85 = data84[i26];
if(typeof data85 === "string"){
if(!pattern15.test(data85)){
const err197 = {instancePath:instancePath+"/security_profiles/" + key33.replace(/~/g, "~0").replace(/\//g, "~1")+"/enabled_assumable_roles/" + i26,schemaPath:"#/properties/security_profiles/additionalProperties/properties/enabled_assumable_roles/items/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9]*(_[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z][a-z0-9]*(_[a-z0-9]+)*$"+"\"",schema:"^[a-z][a-z0-9]*(_[a-z0-9]+)*$",parentSchema:schema3.properties.security_profiles.additionalProperties.properties.enabled_assumable_roles.items,data:data85};
if(vErrors === null){
vErrors = [err197];
}
else {
vErrors.push(err197);
}
errors++;
}
}
else {
const err198 = {instancePath:instancePath+"/security_profiles/" + key33.replace(/~/g, "~0").replace(/\//g, "~1")+"/enabled_assumable_roles/" + i26,schemaPath:"#/properties/security_profiles/additionalProperties/properties/enabled_assumable_roles/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema3.properties.security_profiles.additionalProperties.properties.enabled_assumable_roles.items.type,parentSchema:schema3.properties.security_profiles.additionalProperties.properties.enabled_assumable_roles.items,data:data85};
if(vErrors === null){
vErrors = [err198];
}
else {
vErrors.push(err198);
}
errors++;
}
}
let i27 = data84.length;
let j7;
if(i27 > 1){
const indices7 = {};
for(;i27--;){
let item7 = data84[i27];
if(typeof item7 !== "string"){
continue;
}
if(typeof indices7[item7] == "number"){
j7 = indices7[item7];
const err199 = {instancePath:instancePath+"/security_profiles/" + key33.replace(/~/g, "~0").replace(/\//g, "~1")+"/enabled_assumable_roles",schemaPath:"#/properties/security_profiles/additionalProperties/properties/enabled_assumable_roles/uniqueItems",keyword:"uniqueItems",params:{i: i27, j: j7},message:"must NOT have duplicate items (items ## "+j7+" and "+i27+" are identical)",schema:true,parentSchema:schema3.properties.security_profiles.additionalProperties.properties.enabled_assumable_roles,data:data84};
if(vErrors === null){
vErrors = [err199];
}
else {
vErrors.push(err199);
}
errors++;
break;
}
indices7[item7] = i27;
}
}
}
}
if(data78.enabled_cross_account_roles !== undefined && func0.call(data78, "enabled_cross_account_roles")){
let data86 = data78.enabled_cross_account_roles;
if((!(Array.isArray(data86))) && (data86 !== null)){
const err200 = {instancePath:instancePath+"/security_profiles/" + key33.replace(/~/g, "~0").replace(/\//g, "~1")+"/enabled_cross_account_roles",schemaPath:"#/properties/security_profiles/additionalProperties/properties/enabled_cross_account_roles/type",keyword:"type",params:{type: schema3.properties.security_profiles.additionalProperties.properties.enabled_cross_account_roles.type},message:"must be array,null",schema:schema3.properties.security_profiles.additionalProperties.properties.enabled_cross_account_roles.type,parentSchema:schema3.properties.security_profiles.additionalProperties.properties.enabled_cross_account_roles,data:data86};
if(vErrors === null){
vErrors = [err200];
}
else {
vErrors.push(err200);
}
errors++;
}
if(Array.isArray(data86)){
const len20 = data86.length;
for(let i28=0; i28<len20; i28++){
let data87 = data86[i28];
if(typeof data87 === "string"){
if(!pattern15.test(data87)){
const err201 = {instancePath:instancePath+"/security_profiles/" + key33.replace(/~/g, "~0").replace(/\//g, "~1")+"/enabled_cross_account_roles/" + i28,schemaPath:"#/properties/security_profiles/additionalProperties/properties/enabled_cross_account_roles/items/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9]*(_[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z][a-z0-9]*(_[a-z0-9]+)*$"+"\"",schema:"^[a-z][a-z0-9]*(_[a-z0-9]+)*$",parentSchema:schema3.properties.security_profiles.additionalProperties.properties.enabled_cross_account_roles.items,data:data87};
if(vErrors === null){
vErrors = [err201];
}
else {
vErrors.push(err201);
}
errors++;
}
}
else {
const err202 = {instancePath:instancePath+"/security_profiles/" + key33.replace(/~/g, "~0").replace(/\//g, "~1")+"/enabled_cross_account_roles/" + i28,schemaPath:"#/properties/security_profiles/additionalProperties/properties/enabled_cross_account_roles/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema3.properties.security_profiles.additionalProperties.properties.enabled_cross_account_roles.items.type,parentSchema:schema3.properties.security_profiles.additionalProperties.properties.enabled_cross_account_roles.items,data:data87};
if(vErrors === null){
vErrors = [err202];
}
else {
vErrors.push(err202);
}
errors++;
}
}
let i29 = data86.length;
let j8;
if(i29 > 1){
const indices8 = {};
for(;i29--;){
let item8 = data86[i29];
if(typeof item8 !== "string"){
continue;
}
if(typeof indices8[item8] == "number"){
j8 = indices8[item8];
const err203 = {instancePath:instancePath+"/security_profiles/" + key33.replace(/~/g, "~0").replace(/\//g, "~1")+"/enabled_cross_account_roles",schemaPath:"#/properties/security_profiles/additionalProperties/properties/enabled_cross_account_roles/uniqueItems",keyword:"uniqueItems",params:{i: i29, j: j8},message:"must NOT have duplicate items (items ## "+j8+" and "+i29+" are identical)",schema:true,parentSchema:schema3.properties.security_profiles.additionalProperties.properties.enabled_cross_account_roles,data:data86};
if(vErrors === null){
vErrors = [err203];
}
else {
vErrors.push(err203);
}
errors++;
break;
}
indices8[item8] = i29;
}
}
}
}
}
}
}
else {
const err204 = {instancePath:instancePath+"/security_profiles",schemaPath:"#/properties/security_profiles/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema3.properties.security_profiles.type,parentSchema:schema3.properties.security_profiles,data:data77};
if(vErrors === null){
vErrors = [err204];
}
else {
vErrors.push(err204);
}
errors++;
}
}
}
else {
const err205 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema3.type,parentSchema:schema3,data};
if(vErrors === null){
vErrors = [err205];
}
else {
vErrors.push(err205);
}
errors++;
}
validate3.errors = vErrors;
return errors === 0;
}

exports.policyTemplate = validate4;
const schema4 = {"additionalProperties":false,"title":"tierguard policy template","description":"A least-privilege IAM policy of the catalogue. ${company_prefix}, ${env}, ${tenant_id}, ${account_id} and ${region} are replaced by the config's values; ${AWS::Partition} and IAM's policy variables (${aws:username}) stay.","type":"object","required":["service","id","description","audience","cannot","statements"],"properties":{"service":{"pattern":"^[a-z0-9]+(-[a-z0-9]+)*$","maxLength":48,"description":"The folder that the file lies in, and the key under policy_assignments","type":"string"},"id":{"pattern":"^[a-z0-9]+(-[a-z0-9]+)*$","maxLength":48,"description":"What a config names, such as level2; unique in its service","type":"string"},"slug":{"pattern":"^[a-z0-9]+(-[a-z0-9]+)*$","maxLength":48,"description":"Says what the template allows; part of the file's and the managed policy's name","type":"string"},"description":{"minLength":1,"maxLength":300,"description":"What it allows, in one sentence","type":"string"},"audience":{"minLength":1,"maxLength":300,"description":"Who it is for","type":"string"},"cannot":{"minItems":1,"description":"What its holder still can't do, one thing an entry","type":"array","items":{"minLength":1,"maxLength":300,"type":"string"}},"statements":{"minItems":1,"type":"array","items":{"additionalProperties":false,"type":"object","required":["Sid","Effect","Action","Resource"],"properties":{"Sid":{"pattern":"^[A-Za-z0-9]{1,64}$","description":"Says in a word what the statement is for; unique in the file","type":"string"},"Effect":{"type":"string","enum":["Allow","Deny"]},"Action":{"description":"Actions, such as s3:GetObject or s3:Get*","anyOf":[{"pattern":"^[a-z][a-z0-9-]*:([A-Z][A-Za-z0-9]*\\*?|\\*)$","maxLength":2048,"description":"Actions, such as s3:GetObject or s3:Get*","type":"string"},{"minItems":1,"type":"array","items":{"pattern":"^[a-z][a-z0-9-]*:([A-Z][A-Za-z0-9]*\\*?|\\*)$","maxLength":2048,"description":"Actions, such as s3:GetObject or s3:Get*","type":"string"}}]},"Resource":{"description":"ARNs that begin with arn:${AWS::Partition}:, or * for actions to which AWS gives no resource type","anyOf":[{"pattern":"^(\\*|arn:\\$\\{AWS::Partition\\}:.+)$","maxLength":2048,"description":"ARNs that begin with arn:${AWS::Partition}:, or * for actions to which AWS gives no resource type","type":"string"},{"minItems":1,"type":"array","items":{"pattern":"^(\\*|arn:\\$\\{AWS::Partition\\}:.+)$","maxLength":2048,"description":"ARNs that begin with arn:${AWS::Partition}:, or * for actions to which AWS gives no resource type","type":"string"}}]},"Condition":{"additionalProperties":false,"minProperties":1,"description":"IAM condition block; values are strings","type":"object","patternProperties":{"^((ForAllValues|ForAnyValue):)?(String|Numeric|Date|Bool|Binary|IpAddress|NotIpAddress|Arn|Null)[A-Za-z]*$":{"minProperties":1,"type":"object","patternProperties":{"^(.*)$":{"anyOf":[{"type":"string"},{"minItems":1,"type":"array","items":{"type":"string"}}]}}}}}}}}},"$id":"policyTemplate"};
const pattern139 = new RegExp("^[a-z][a-z0-9-]*:([A-Z][A-Za-z0-9]*\\*?|\\*)$", "u");
const pattern141 = new RegExp("^(\\*|arn:\\$\\{AWS::Partition\\}:.+)$", "u");
const pattern143 = new RegExp("^((ForAllValues|ForAnyValue):)?(String|Numeric|Date|Bool|Binary|IpAddress|NotIpAddress|Arn|Null)[A-Za-z]*$", "u");
const pattern145 = new RegExp("^(.*)$", "u");

function validate4(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="policyTemplate" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.service === undefined) || (!(func0.call(data, "service")))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "service"},message:"must have required property '"+"service"+"'",schema:schema4.required,parentSchema:schema4,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if((data.id === undefined) || (!(func0.call(data, "id")))){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "id"},message:"must have required property '"+"id"+"'",schema:schema4.required,parentSchema:schema4,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if((data.description === undefined) || (!(func0.call(data, "description")))){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "description"},message:"must have required property '"+"description"+"'",schema:schema4.required,parentSchema:schema4,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if((data.audience === undefined) || (!(func0.call(data, "audience")))){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "audience"},message:"must have required property '"+"audience"+"'",schema:schema4.required,parentSchema:schema4,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if((data.cannot === undefined) || (!(func0.call(data, "cannot")))){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "cannot"},message:"must have required property '"+"cannot"+"'",schema:schema4.required,parentSchema:schema4,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if((data.statements === undefined) || (!(func0.call(data, "statements")))){
const err5 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "statements"},message:"must have required property '"+"statements"+"'",schema:schema4.required,parentSchema:schema4,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
for(const key0 of Object.keys(data)){
if(!(((((((key0 === "service") || (key0 === "id")) || (key0 === "slug")) || (key0 === "description")) || (key0 === "audience")) || (key0 === "cannot")) || (key0 === "statements"))){
const err6 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema4,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.service !== undefined && func0.call(data, "service")){
let data0 = data.service;
if(typeof data0 === "string"){
if(func17(data0) > 48){
const err7 = {instancePath:instancePath+"/service",schemaPath:"#/properties/service/maxLength",keyword:"maxLength",params:{limit: 48},message:"must NOT have more than 48 characters",schema:48,parentSchema:schema4.properties.service,data:data0};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(!pattern55.test(data0)){
const err8 = {instancePath:instancePath+"/service",schemaPath:"#/properties/service/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(-[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z0-9]+(-[a-z0-9]+)*$"+"\"",schema:"^[a-z0-9]+(-[a-z0-9]+)*$",parentSchema:schema4.properties.service,data:data0};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/service",schemaPath:"#/properties/service/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema4.properties.service.type,parentSchema:schema4.properties.service,data:data0};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.id !== undefined && func0.call(data, "id")){
let data1 = data.id;
if(typeof data1 === "string"){
if(func17(data1) > 48){
const err10 = {instancePath:instancePath+"/id",schemaPath:"#/properties/id/maxLength",keyword:"maxLength",params:{limit: 48},message:"must NOT have more than 48 characters",schema:48,parentSchema:schema4.properties.id,data:data1};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(!pattern55.test(data1)){
const err11 = {instancePath:instancePath+"/id",schemaPath:"#/properties/id/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(-[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z0-9]+(-[a-z0-9]+)*$"+"\"",schema:"^[a-z0-9]+(-[a-z0-9]+)*$",parentSchema:schema4.properties.id,data:data1};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
else {
const err12 = {instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema4.properties.id.type,parentSchema:schema4.properties.id,data:data1};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.slug !== undefined && func0.call(data, "slug")){
let data2 = data.slug;
if(typeof data2 === "string"){
if(func17(data2) > 48){
const err13 = {instancePath:instancePath+"/slug",schemaPath:"#/properties/slug/maxLength",keyword:"maxLength",params:{limit: 48},message:"must NOT have more than 48 characters",schema:48,parentSchema:schema4.properties.slug,data:data2};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(!pattern55.test(data2)){
const err14 = {instancePath:instancePath+"/slug",schemaPath:"#/properties/slug/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(-[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z0-9]+(-[a-z0-9]+)*$"+"\"",schema:"^[a-z0-9]+(-[a-z0-9]+)*$",parentSchema:schema4.properties.slug,data:data2};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
else {
const err15 = {instancePath:instancePath+"/slug",schemaPath:"#/properties/slug/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema4.properties.slug.type,parentSchema:schema4.properties.slug,data:data2};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.description !== undefined && func0.call(data, "description")){
let data3 = data.description;
if(typeof data3 === "string"){
if(func17(data3) > 300){
const err16 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/maxLength",keyword:"maxLength",params:{limit: 300},message:"must NOT have more than 300 characters",schema:300,parentSchema:schema4.properties.description,data:data3};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(func17(data3) < 1){
const err17 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema4.properties.description,data:data3};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
else {
const err18 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema4.properties.description.type,parentSchema:schema4.properties.description,data:data3};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.audience !== undefined && func0.call(data, "audience")){
let data4 = data.audience;
if(typeof data4 === "string"){
if(func17(data4) > 300){
const err19 = {instancePath:instancePath+"/audience",schemaPath:"#/properties/audience/maxLength",keyword:"maxLength",params:{limit: 300},message:"must NOT have more than 300 characters",schema:300,parentSchema:schema4.properties.audience,data:data4};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(func17(data4) < 1){
const err20 = {instancePath:instancePath+"/audience",schemaPath:"#/properties/audience/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema4.properties.audience,data:data4};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
else {
const err21 = {instancePath:instancePath+"/audience",schemaPath:"#/properties/audience/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema4.properties.audience.type,parentSchema:schema4.properties.audience,data:data4};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data.cannot !== undefined && func0.call(data, "cannot")){
let data5 = data.cannot;
if(Array.isArray(data5)){
if(data5.length < 1){
const err22 = {instancePath:instancePath+"/cannot",schemaPath:"#/properties/cannot/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema4.properties.cannot,data:data5};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
const len0 = data5.length;
for(let i0=0; i0<len0; i0++){
let data6 = data5[i0];
if(typeof data6 === "string"){
if(func17(data6) > 300){
const err23 = {instancePath:instancePath+"/cannot/" + i0,schemaPath:"#/properties/cannot/items/maxLength",keyword:"maxLength",params:{limit: 300},message:"must NOT have more than 300 characters",schema:300,parentSchema:schema4.properties.cannot.items,data:data6};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if(func17(data6) < 1){
const err24 = {instancePath:instancePath+"/cannot/" + i0,schemaPath:"#/properties/cannot/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema4.properties.cannot.items,data:data6};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
else {
const err25 = {instancePath:instancePath+"/cannot/" + i0,schemaPath:"#/properties/cannot/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema4.properties.cannot.items.type,parentSchema:schema4.properties.cannot.items,data:data6};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
}
else {
const err26 = {instancePath:instancePath+"/cannot",schemaPath:"#/properties/cannot/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema4.properties.cannot.type,parentSchema:schema4.properties.cannot,data:data5};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data.statements !== undefined && func0.call(data, "statements")){
let data7 = data.statements;
if(Array.isArray(data7)){
if(data7.length < 1){
const err27 = {instancePath:instancePath+"/statements",schemaPath:"#/properties/statements/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema4.properties.statements,data:data7};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
const len1 = data7.length;
for(let i1=0; i1<len1; i1++){
let data8 = data7[i1];
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
if((data8.Sid === undefined) || (!(func0.call(data8, "Sid")))){
const err28 = {instancePath:instancePath+"/statements/" + i1,schemaPath:"#/properties/statements/items/required",keyword:"required",params:{missingProperty: "Sid"},message:"must have required property '"+"Sid"+"'",schema:schema4.properties.statements.items.required,parentSchema:schema4.properties.statements.items,data:data8};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
if((data8.Effect === undefined) || (!(func0.call(data8, "Effect")))){
const err29 = {instancePath:instancePath+"/statements/" + i1,schemaPath:"#/properties/statements/items/required",keyword:"required",params:{missingProperty: "Effect"},message:"must have required property '"+"Effect"+"'",schema:schema4.properties.statements.items.required,parentSchema:schema4.properties.statements.items,data:data8};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
if((data8.Action === undefined) || (!(func0.call(data8, "Action")))){
const err30 = {instancePath:instancePath+"/statements/" + i1,schemaPath:"#/properties/statements/items/required",keyword:"required",params:{missingProperty: "Action"},message:"must have required property '"+"Action"+"'",schema:schema4.properties.statements.items.required,parentSchema:schema4.properties.statements.items,data:data8};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
if((data8.Resource === undefined) || (!(func0.call(data8, "Resource")))){
const err31 = {instancePath:instancePath+"/statements/" + i1,schemaPath:"#/properties/statements/items/required",keyword:"required",params:{missingProperty: "Resource"},message:"must have required property '"+"Resource"+"'",schema:schema4.properties.statements.items.required,parentSchema:schema4.properties.statements.items,data:data8};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
for(const key1 of Object.keys(data8)){
if(!(((((key1 === "Sid") || (key1 === "Effect")) || (key1 === "Action")) || (key1 === "Resource")) || (key1 === "Condition"))){
const err32 = {instancePath:instancePath+"/statements/" + i1,schemaPath:"#/properties/statements/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema4.properties.statements.items,data:data8};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data8.Sid !== undefined && func0.call(data8, "Sid")){
let data9 = data8.Sid;
if(typeof data9 === "string"){
if(!pattern60.test(data9)){
const err33 = {instancePath:instancePath+"/statements/" + i1+"/Sid",schemaPath:"#/properties/statements/items/properties/Sid/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9]{1,64}$"},message:"must match pattern \""+"^[A-Za-z0-9]{1,64}$"+"\"",schema:"^[A-Za-z0-9]{1,64}$",parentSchema:schema4.properties.statements.items.properties.Sid,data:data9};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
else {
const err34 = {instancePath:instancePath+"/statements/" + i1+"/Sid",schemaPath:"#/properties/statements/items/properties/Sid/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema4.properties.statements.items.properties.Sid.type,parentSchema:schema4.properties.statements.items.properties.Sid,data:data9};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data8.Effect !== undefined && func0.call(data8, "Effect")){
let data10 = data8.Effect;
if(typeof data10 !== "string"){
const err35 = {instancePath:instancePath+"/statements/" + i1+"/Effect",schemaPath:"#/properties/statements/items/properties/Effect/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema4.properties.statements.items.properties.Effect.type,parentSchema:schema4.properties.statements.items.properties.Effect,data:data10};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
if(!((data10 === "Allow") || (data10 === "Deny"))){
const err36 = {instancePath:instancePath+"/statements/" + i1+"/Effect",schemaPath:"#/properties/statements/items/properties/Effect/enum",keyword:"enum",params:{allowedValues: schema4.properties.statements.items.properties.Effect.enum},message:"must be equal to one of the allowed values",schema:schema4.properties.statements.items.properties.Effect.enum,parentSchema:schema4.properties.statements.items.properties.Effect,data:data10};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data8.Action !== undefined && func0.call(data8, "Action")){
let data11 = data8.Action;
const _errs26 = errors;
let valid6 = false;
const _errs27 = errors;
if(typeof data11 === "string"){
if(func17(data11) > 2048){
const err37 = {instancePath:instancePath+"/statements/" + i1+"/Action",schemaPath:"#/properties/statements/items/properties/Action/anyOf/0/maxLength",keyword:"maxLength",params:{limit: 2048},message:"must NOT have more than 2048 characters",schema:2048,parentSchema:schema4.properties.statements.items.properties.Action.anyOf[0],data:data11};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
if(!pattern139.test(data11)){
const err38 = {instancePath:instancePath+"/statements/" + i1+"/Action",schemaPath:"#/properties/statements/items/properties/Action/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9-]*:([A-Z][A-Za-z0-9]*\\*?|\\*)$"},message:"must match pattern \""+"^[a-z][a-z0-9-]*:([A-Z][A-Za-z0-9]*\\*?|\\*)$"+"\"",schema:"^[a-z][a-z0-9-]*:([A-Z][A-Za-z0-9]*\\*?|\\*)$",parentSchema:schema4.properties.statements.items.properties.Action.anyOf[0],data:data11};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
else {
const err39 = {instancePath:instancePath+"/statements/" + i1+"/Action",schemaPath:"#/properties/statements/items/properties/Action/anyOf/0/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema4.properties.statements.items.properties.Action.anyOf[0].type,parentSchema:schema4.properties.statements.items.properties.Action.anyOf[0],data:data11};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
var _valid0 = _errs27 === errors;
valid6 = valid6 || _valid0;
if(!valid6){
const _errs29 = errors;
if(Array.isArray(data11)){
if(data11.length < 1){
const err40 = {instancePath:instancePath+"/statements/" + i1+"/Action",schemaPath:"#/properties/statements/items/properties/Action/anyOf/1/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema4.properties.statements.items.properties.Action.anyOf[1],data:data11};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
const len2 = data11.length;
for(let i2=0; i2<len2; i2++){
let data12 = data11[i2];
if(typeof data12 === "string"){
if(func17(data12) > 2048){
const err41 = {instancePath:instancePath+"/statements/" + i1+"/Action/" + i2,schemaPath:"#/properties/statements/items/properties/Action/anyOf/1/items/maxLength",keyword:"maxLength",params:{limit: 2048},message:"must NOT have more than 2048 characters",schema:2048,parentSchema:schema4.properties.statements.items.properties.Action.anyOf[1].items,data:data12};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
if(!pattern139.test(data12)){
const err42 = {instancePath:instancePath+"/statements/" + i1+"/Action/" + i2,schemaPath:"#/properties/statements/items/properties/Action/anyOf/1/items/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9-]*:([A-Z][A-Za-z0-9]*\\*?|\\*)$"},message:"must match pattern \""+"^[a-z][a-z0-9-]*:([A-Z][A-Za-z0-9]*\\*?|\\*)$"+"\"",schema:"^[a-z][a-z0-9-]*:([A-Z][A-Za-z0-9]*\\*?|\\*)$",parentSchema:schema4.properties.statements.items.properties.Action.anyOf[1].items,data:data12};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
else {
const err43 = {instancePath:instancePath+"/statements/" + i1+"/Action/" + i2,schemaPath:"#/properties/statements/items/properties/Action/anyOf/1/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema4.properties.statements.items.properties.Action.anyOf[1].items.type,parentSchema:schema4.properties.statements.items.properties.Action.anyOf[1].items,data:data12};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
}
else {
const err44 = {instancePath:instancePath+"/statements/" + i1+"/Action",schemaPath:"#/properties/statements/items/properties/Action/anyOf/1/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema4.properties.statements.items.properties.Action.anyOf[1].type,parentSchema:schema4.properties.statements.items.properties.Action.anyOf[1],data:data11};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
var _valid0 = _errs29 === errors;
valid6 = valid6 || _valid0;
}
if(!valid6){
const err45 = {instancePath:instancePath+"/statements/" + i1+"/Action",schemaPath:"#/properties/statements/items/properties/Action/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf",schema:schema4.properties.statements.items.properties.Action.anyOf,parentSchema:schema4.properties.statements.items.properties.Action,data:data11};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
else {
errors = _errs26;
if(vErrors !== null){
if(_errs26){
vErrors.length = _errs26;
}
else {
vErrors = null;
}
}
}
}
if(data8.Resource !== undefined && func0.call(data8, "Resource")){
let data13 = data8.Resource;
const _errs34 = errors;
let valid9 = false;
const _errs35 = errors;
if(typeof data13 === "string"){
if(func17(data13) > 2048){
const err46 = {instancePath:instancePath+"/statements/" + i1+"/Resource",schemaPath:"#/properties/statements/items/properties/Resource/anyOf/0/maxLength",keyword:"maxLength",params:{limit: 2048},message:"must NOT have more than 2048 characters",schema:2048,parentSchema:schema4.properties.statements.items.properties.Resource.anyOf[0],data:data13};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
if(!pattern141.test(data13)){
const err47 = {instancePath:instancePath+"/statements/" + i1+"/Resource",schemaPath:"#/properties/statements/items/properties/Resource/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^(\\*|arn:\\$\\{AWS::Partition\\}:.+)$"},message:"must match pattern \""+"^(\\*|arn:\\$\\{AWS::Partition\\}:.+)$"+"\"",schema:"^(\\*|arn:\\$\\{AWS::Partition\\}:.+)$",parentSchema:schema4.properties.statements.items.properties.Resource.anyOf[0],data:data13};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
else {
const err48 = {instancePath:instancePath+"/statements/" + i1+"/Resource",schemaPath:"#/properties/statements/items/properties/Resource/anyOf/0/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema4.properties.statements.items.properties.Resource.anyOf[0].type,parentSchema:schema4.properties.statements.items.properties.Resource.anyOf[0],data:data13};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
var _valid1 = _errs35 === errors;
valid9 = valid9 || _valid1;
if(!valid9){
const _errs37 = errors;
if(Array.isArray(data13)){
if(data13.length < 1){
const err49 = {instancePath:instancePath+"/statements/" + i1+"/Resource",schemaPath:"#/properties/statements/items/properties/Resource/anyOf/1/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema4.properties.statements.items.properties.Resource.anyOf[1],data:data13};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
const len3 = data13.length;
for(let i3=0; i3<len3; i3++){
let data14 = data13[i3];
if(typeof data14 === "string"){
if(func17(data14) > 2048){
const err50 = {instancePath:instancePath+"/statements/" + i1+"/Resource/" + i3,schemaPath:"#/properties/statements/items/properties/Resource/anyOf/1/items/maxLength",keyword:"maxLength",params:{limit: 2048},message:"must NOT have more than 2048 characters",schema:2048,parentSchema:schema4.properties.statements.items.properties.Resource.anyOf[1].items,data:data14};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
if(!pattern141.test(data14)){
const err51 = {instancePath:instancePath+"/statements/" + i1+"/Resource/" + i3,schemaPath:"#/properties/statements/items/properties/Resource/anyOf/1/items/pattern",keyword:"pattern",params:{pattern: "^(\\*|arn:\\$\\{AWS::Partition\\}:.+)$"},message:"must match pattern \""+"^(\\*|arn:\\$\\{AWS::Partition\\}:.+)$"+"\"",schema:"^(\\*|arn:\\$\\{AWS::Partition\\}:.+)$",parentSchema:schema4.properties.statements.items.properties.Resource.anyOf[1].items,data:data14};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
else {
const err52 = {instancePath:instancePath+"/statements/" + i1+"/Resource/" + i3,schemaPath:"#/properties/statements/items/properties/Resource/anyOf/1/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema4.properties.statements.items.properties.Resource.anyOf[1].items.type,parentSchema:schema4.properties.statements.items.properties.Resource.anyOf[1].items,data:data14};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
}
else {
const err53 = {instancePath:instancePath+"/statements/" + i1+"/Resource",schemaPath:"#/properties/statements/items/properties/Resource/anyOf/1/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema4.properties.statements.items.properties.Resource.anyOf[1].type,parentSchema:schema4.properties.statements.items.properties.Resource.anyOf[1],data:data13};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
var _valid1 = _errs37 === errors;
valid9 = valid9 || _valid1;
}
if(!valid9){
const err54 = {instancePath:instancePath+"/statements/" + i1+"/Resource",schemaPath:"#/properties/statements/items/properties/Resource/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf",schema:schema4.properties.statements.items.properties.Resource.anyOf,parentSchema:schema4.properties.statements.items.properties.Resource,data:data13};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
else {
errors = _errs34;
if(vErrors !== null){
if(_errs34){
vErrors.length = _errs34;
}
else {
vErrors = null;
}
}
}
}
if(data8.Condition !== undefined && func0.call(data8, "Condition")){
let data15 = data8.Condition;
if(data15 && typeof data15 == "object" && !Array.isArray(data15)){
if(Object.keys(data15).length < 1){
const err55 = {instancePath:instancePath+"/statements/" + i1+"/Condition",schemaPath:"#/properties/statements/items/properties/Condition/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties",schema:1,parentSchema:schema4.properties.statements.items.properties.Condition,data:data15};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
for(const key2 of Object.keys(data15)){
if(!(pattern143.test(key2))){
const err56 = {instancePath:instancePath+"/statements/" + i1+"/Condition",schemaPath:"#/properties/statements/items/properties/Condition/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties",schema:false,parentSchema:schema4.properties.statements.items.properties.Condition,data:data15};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
for(const key3 of Object.keys(data15)){
if(pattern143.test(key3)){
let data16 = data15[key3];
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
if(Object.keys(data16).length < 1){
const err57 = {instancePath:instancePath+"/statements/" + i1+"/Condition/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/statements/items/properties/Condition/patternProperties/%5E((ForAllValues%7CForAnyValue)%3A)%3F(String%7CNumeric%7CDate%7CBool%7CBinary%7CIpAddress%7CNotIpAddress%7CArn%7CNull)%5BA-Za-z%5D*%24/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties",schema:1,parentSchema:schema4.properties.statements.items.properties.Condition.patternProperties["^((ForAllValues|ForAnyValue):)?(String|Numeric|Date|Bool|Binary|IpAddress|NotIpAddress|Arn|Null)[A-Za-z]*$"],data:data16};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
for(const key4 of Object.keys(data16)){
if(pattern145.test(key4)){
let data17 = data16[key4];
const _errs47 = errors;
let valid14 = false;
const _errs48 = errors;
if(typeof data17 !== "string"){
const err58 = {instancePath:instancePath+"/statements/" + i1+"/Condition/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/statements/items/properties/Condition/patternProperties/%5E((ForAllValues%7CForAnyValue)%3A)%3F(String%7CNumeric%7CDate%7CBool%7CBinary%7CIpAddress%7CNotIpAddress%7CArn%7CNull)%5BA-Za-z%5D*%24/patternProperties/%5E(.*)%24/anyOf/0/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema4.properties.statements.items.properties.Condition.patternProperties["^((ForAllValues|ForAnyValue):)?(String|Numeric|Date|Bool|Binary|IpAddress|NotIpAddress|Arn|Null)[A-Za-z]*$"].patternProperties["^(.*)$"].anyOf[0].type,parentSchema:schema4.properties.statements.items.properties.Condition.patternProperties["^((ForAllValues|ForAnyValue):)?(String|Numeric|Date|Bool|Binary|IpAddress|NotIpAddress|Arn|Null)[A-Za-z]*$"].patternProperties["^(.*)$"].anyOf[0],data:data17};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
var _valid2 = _errs48 === errors;
valid14 = valid14 || _valid2;
if(!valid14){
const _errs50 = errors;
if(Array.isArray(data17)){
if(data17.length < 1){
const err59 = {instancePath:instancePath+"/statements/" + i1+"/Condition/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/statements/items/properties/Condition/patternProperties/%5E((ForAllValues%7CForAnyValue)%3A)%3F(String%7CNumeric%7CDate%7CBool%7CBinary%7CIpAddress%7CNotIpAddress%7CArn%7CNull)%5BA-Za-z%5D*%24/patternProperties/%5E(.*)%24/anyOf/1/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema4.properties.statements.items.properties.Condition.patternProperties["^((ForAllValues|ForAnyValue):)?(String|Numeric|Date|Bool|Binary|IpAddress|NotIpAddress|Arn|Null)[A-Za-z]*$"].patternProperties["^(.*)$"].anyOf[1],data:data17};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
const len4 = data17.length;
for(let i4=0; i4<len4; i4++){
let data18 = data17[i4];
if(typeof data18 !== "string"){
const err60 = {instancePath:instancePath+"/statements/" + i1+"/Condition/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + key4.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i4,schemaPath:"#/properties/statements/items/properties/Condition/patternProperties/%5E((ForAllValues%7CForAnyValue)%3A)%3F(String%7CNumeric%7CDate%7CBool%7CBinary%7CIpAddress%7CNotIpAddress%7CArn%7CNull)%5BA-Za-z%5D*%24/patternProperties/%5E(.*)%24/anyOf/1/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema4.properties.statements.items.properties.Condition.patternProperties["^((ForAllValues|ForAnyValue):)?(String|Numeric|Date|Bool|Binary|IpAddress|NotIpAddress|Arn|Null)[A-Za-z]*$"].patternProperties["^(.*)$"].anyOf[1].items.type,parentSchema:schema4.properties.statements.items.properties.Condition.patternProperties["^((ForAllValues|ForAnyValue):)?(String|Numeric|Date|Bool|Binary|IpAddress|NotIpAddress|Arn|Null)[A-Za-z]*$"].patternProperties["^(.*)$"].anyOf[1].items,data:data18};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
}
else {
const err61 = {instancePath:instancePath+"/statements/" + i1+"/Condition/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/statements/items/properties/Condition/patternProperties/%5E((ForAllValues%7CForAnyValue)%3A)%3F(String%7CNumeric%7CDate%7CBool%7CBinary%7CIpAddress%7CNotIpAddress%7CArn%7CNull)%5BA-Za-z%5D*%24/patternProperties/%5E(.*)%24/anyOf/1/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema4.properties.statements.items.properties.Condition.patternProperties["^((ForAllValues|ForAnyValue):)?(String|Numeric|Date|Bool|Binary|IpAddress|NotIpAddress|Arn|Null)[A-Za-z]*$"].patternProperties["^(.*)$"].anyOf[1].type,parentSchema:schema4.properties.statements.items.properties.Condition.patternProperties["^((ForAllValues|ForAnyValue):)?(String|Numeric|Date|Bool|Binary|IpAddress|NotIpAddress|Arn|Null)[A-Za-z]*$"].patternProperties["^(.*)$"].anyOf[1],data:data17};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
var _valid2 = _errs50 === errors;
valid14 = valid14 || _valid2;
}
if(!valid14){
const err62 = {instancePath:instancePath+"/statements/" + i1+"/Condition/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/statements/items/properties/Condition/patternProperties/%5E((ForAllValues%7CForAnyValue)%3A)%3F(String%7CNumeric%7CDate%7CBool%7CBinary%7CIpAddress%7CNotIpAddress%7CArn%7CNull)%5BA-Za-z%5D*%24/patternProperties/%5E(.*)%24/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf",schema:schema4.properties.statements.items.properties.Condition.patternProperties["^((ForAllValues|ForAnyValue):)?(String|Numeric|Date|Bool|Binary|IpAddress|NotIpAddress|Arn|Null)[A-Za-z]*$"].patternProperties["^(.*)$"].anyOf,parentSchema:schema4.properties.statements.items.properties.Condition.patternProperties["^((ForAllValues|ForAnyValue):)?(String|Numeric|Date|Bool|Binary|IpAddress|NotIpAddress|Arn|Null)[A-Za-z]*$"].patternProperties["^(.*)$"],data:data17};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
else {
errors = _errs47;
if(vErrors !== null){
if(_errs47){
vErrors.length = _errs47;
}
else {
vErrors = null;
}
}
}
}
}
}
else {
const err63 = {instancePath:instancePath+"/statements/" + i1+"/Condition/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/statements/items/properties/Condition/patternProperties/%5E((ForAllValues%7CForAnyValue)%3A)%3F(String%7CNumeric%7CDate%7CBool%7CBinary%7CIpAddress%7CNotIpAddress%7CArn%7CNull)%5BA-Za-z%5D*%24/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema4.properties.statements.items.properties.Condition.patternProperties["^((ForAllValues|ForAnyValue):)?(String|Numeric|Date|Bool|Binary|IpAddress|NotIpAddress|Arn|Null)[A-Za-z]*$"].type,parentSchema:schema4.properties.statements.items.properties.Condition.patternProperties["^((ForAllValues|ForAnyValue):)?(String|Numeric|Date|Bool|Binary|IpAddress|NotIpAddress|Arn|Null)[A-Za-z]*$"],data:data16};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
}
}
else {
const err64 = {instancePath:instancePath+"/statements/" + i1+"/Condition",schemaPath:"#/properties/statements/items/properties/Condition/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema4.properties.statements.items.properties.Condition.type,parentSchema:schema4.properties.statements.items.properties.Condition,data:data15};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
}
else {
const err65 = {instancePath:instancePath+"/statements/" + i1,schemaPath:"#/properties/statements/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema4.properties.statements.items.type,parentSchema:schema4.properties.statements.items,data:data8};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
}
else {
const err66 = {instancePath:instancePath+"/statements",schemaPath:"#/properties/statements/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema4.properties.statements.type,parentSchema:schema4.properties.statements,data:data7};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
}
else {
const err67 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema4.type,parentSchema:schema4,data};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
validate4.errors = vErrors;
return errors === 0;
}

