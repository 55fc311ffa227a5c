; The Windows installer, for Inno Setup 6. build/package/windows.py calls it and sets Version, Numbers, Source,
; OutputFolder and OutputName.
;
; Why Inno Setup and not WiX: it can install for one user without administrator rights and without questions, in one
; page that a reviewer can read; an MSI for one user cannot be installed beside one for all users.

#define Title "Convot Inspector"

[Setup]
; Identifies the program to Windows in all versions. Never change it.
AppId={{6E0F3C0E-5B0D-4C55-9A43-2B7D0C6F1A58}
AppName={#Title}
AppVersion={#Version}
AppPublisher={#Title} maintainers
VersionInfoVersion={#Numbers}
PrivilegesRequired=lowest
DefaultDirName={autopf}\{#Title}
DisableDirPage=auto
DisableProgramGroupPage=yes
DisableReadyPage=yes
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
Compression=lzma2/max
SolidCompression=yes
CloseApplications=yes
RestartApplications=no
OutputDir={#OutputFolder}
OutputBaseFilename={#OutputName}
SetupIconFile=..\..\resources\icons\app.ico
LicenseFile=..\..\LICENSE
UninstallDisplayIcon={app}\ConvotInspector.exe
UninstallDisplayName={#Title}
WizardStyle=modern

[InstallDelete]
; Remove the files of an older version before those of this one are copied.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "{#Source}\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[Icons]
Name: "{autoprograms}\{#Title}"; Filename: "{app}\ConvotInspector.exe"

[Run]
Filename: "{app}\ConvotInspector.exe"; Description: "{cm:LaunchProgram,{#Title}}"; Flags: nowait postinstall skipifsilent

[Messages]
ConfirmUninstall=Remove %1? What you saved with it stays: the secrets in the Windows Credential Manager (their names begin with "Convot Inspector secret"), the list of apps and the settings. To remove them too, stop here, open the program and choose Apps, "Remove all data…".
